/** Every rule about who may import whom catches a planted breach, and lets the allowed neighbour pass. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'
import { afterAll, describe, expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const config: IFlattenedRuleSet & { options: ICruiseOptions } = require('../../.dependency-cruiser.cjs')
const root = path.resolve(import.meta.dirname, '../..')

/** Rule → the file that breaks it, and what that imports. */
const breaches: Record<string, [file: string, imported: string]> = {
  'platform-knows-no-module': ['app/platform/a.server.ts', '#app/modules/registry/index.ts'],
  'ui-knows-no-module': ['app/ui/a.tsx', '#app/modules/registry/index.ts'],
  'ui-has-no-data-access': ['app/ui/b.tsx', '#app/platform/auth/forms.ts'],
  'registry-stands-lowest': ['app/modules/registry/a.server.ts', '#app/modules/pay/index.ts'],
  'front-door-only': ['app/modules/pay/a.server.ts', '#app/modules/registry/roster.ts'],
  'modules-know-no-route': ['app/modules/pay/b.server.ts', '#app/routes/staff.tsx'],
  'nobody-imports-the-composition-root': ['app/modules/pay/c.server.ts', '#app/server.ts'],
  'manifests-are-for-the-composition': ['app/modules/pay/i.server.ts', './module.ts'],
  'rules-are-pure': ['app/modules/pay/parity.ts', './payroll.server.ts'],
  'rules-know-no-node': ['app/modules/pay/months.ts', 'node:fs'],
  'components-are-browser-safe': ['app/modules/pay/ui/page.tsx', '../payroll.server.ts'],
  'the-application-knows-no-test': ['app/modules/pay/d.server.ts', '#test/factories/pay.ts'],
  'no-circular': ['app/modules/pay/left.server.ts', './right.server.ts'],
  'not-to-unresolvable': ['app/modules/pay/e.server.ts', './gone.ts'],
}

const allowed: [file: string, imported: string][] = [
  ['app/modules/pay/f.server.ts', '#app/modules/registry/index.ts'],
  ['app/modules/pay/g.server.ts', '#app/platform/auth/forms.ts'],
  ['app/modules/pay/h.ts', './parity.ts'],
  ['app/modules/pay/right.server.ts', './left.server.ts'],
  ['app/routes/pay.tsx', '#app/modules/pay/payroll.server.ts'],
  ['app/server.ts', '#app/modules/pay/payroll.server.ts'],
  ['app/modules/pay/module.ts', './payroll.server.ts'],
  ['app/composition/modules.ts', '#app/modules/pay/module.ts'],
]

const neighbours = [
  'app/modules/registry/index.ts',
  'app/modules/registry/roster.ts',
  'app/modules/pay/index.ts',
  'app/modules/pay/payroll.server.ts',
  'app/platform/auth/forms.ts',
  'app/routes/staff.tsx',
  'test/factories/pay.ts',
]

const tree = mkdtempSync(path.join(tmpdir(), 'shizi-boundaries-'))
afterAll(() => rmSync(tree, { recursive: true, force: true }))

function plant(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
  writeFileSync(path.join(tree, file), text)
}

async function cruiseTree(): Promise<ICruiseResult> {
  for (const file of neighbours) plant(file, 'export const it = 1\n')
  const imports = [...Object.values(breaches), ...allowed]
  for (const [file, imported] of imports)
    plant(file, `import * as it from '${imported}'\nexport const own = it\n`)
  plant(
    'app/modules/pay/inner.ts',
    "import type { Outer } from './outer.ts'\nexport type Inner = Outer | null\n",
  )
  plant(
    'app/modules/pay/outer.ts',
    "import type { Inner } from './inner.ts'\nexport type Outer = { inner: Inner }\n",
  )
  plant(
    'package.json',
    JSON.stringify({ type: 'module', imports: { '#app/*': './app/*', '#test/*': './test/*' } }),
  )
  plant('tsconfig.json', '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "Bundler" } }')
  symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'))
  const { options, ...ruleSet } = config
  const { tsConfig: _, ...rest } = options
  const { output } = await cruise(['app', 'test'], { ...rest, baseDir: tree, validate: true, ruleSet })
  return output as ICruiseResult
}

describe('the floors', async () => {
  const { summary } = await cruiseTree()
  const caught = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`)

  test('each rule has a breach planted, and says why it is there', () => {
    const rules = config.forbidden ?? []
    expect(Object.keys(breaches).sort()).toEqual(rules.map((rule) => rule.name).sort())
    for (const rule of rules) expect(rule.comment).toMatch(/\w+ \w+.*\.$/)
  })

  test.each(Object.entries(breaches))('%s', (rule, [file]) => {
    expect(caught).toContain(`${rule}: ${file}`)
  })

  test('a circle of types is a circle', () => {
    expect(caught).toContain('no-circular: app/modules/pay/inner.ts')
  })

  test.each(allowed.filter(([file]) => !file.includes('right')))('%s may import %s', (file) => {
    expect(caught.filter((line) => line.endsWith(file))).toEqual([])
  })
})
