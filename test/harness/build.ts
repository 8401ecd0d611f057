/** The production build that tests of the running server look at. */
import { execFileSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/** Builds what stands here now; SHIZI_TEST_BUILD=keep takes the build that is there. */
export function buildOnce(): void {
  if (process.env.SHIZI_TEST_BUILD === 'keep') return
  const remix = path.join(root, 'node_modules/.bin/remix')
  const env = { ...process.env, NODE_ENV: 'production' as const, VITEST: '' }
  execFileSync(remix, ['vite:build', '--logLevel', 'warn'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
