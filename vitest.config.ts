/** Tests: rules beside the code (unit), commands and queries on a database (integration), loaders and actions (routes). */
import { defineConfig } from 'vitest/config'

const setupFiles = ['test/harness/setup.ts']
const globalSetup = ['test/harness/global-setup.ts']

/** One database a worker, emptied before each test; files share their worker's modules. */
const onDatabase = {
  setupFiles,
  globalSetup,
  isolate: false,
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    env: {
      NODE_ENV: 'test',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
      TZ: process.env.TZ ?? 'Asia/Shanghai',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['app/**/*.test.ts', 'app/**/*.test.tsx', 'test/unit/**/*.test.ts'],
          setupFiles,
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: { name: 'integration', include: ['test/integration/**/*.test.ts'], ...onDatabase },
      },
      {
        extends: true,
        test: { name: 'routes', include: ['test/routes/**/*.test.ts'], ...onDatabase },
      },
      {
        extends: true,
        // A room planted by a test stays in its worker's modules: each file has its own.
        test: {
          name: 'composition',
          include: ['test/composition/**/*.test.ts'],
          ...onDatabase,
          isolate: true,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          ...onDatabase,
          globalSetup: [...globalSetup, 'test/server/global-setup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/global-setup.ts'],
          isolate: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
})
