/** Who may import whom: the floors of the house (docs/decisions, README). Checked by `npm run check:boundaries`. */

const generated = '^app/platform/database/generated/'
const test = '\\.test\\.tsx?$'
/** Rules: plain `.ts`, in modules and platform; a manifest only names what the composition asks for. */
const rule = '^app/(modules|platform|ui)/(?!.*(/module|\\.server|\\.test)\\.ts$).*\\.ts$'

module.exports = {
  forbidden: [
    {
      name: 'platform-knows-no-module',
      comment:
        'Every module stands on platform; if it knew one, no module could be taken out or added alone.',
      severity: 'error',
      from: { path: '^app/platform/' },
      to: { path: '^app/(modules|routes)/' },
    },
    {
      name: 'ui-knows-no-module',
      comment: 'The design system shows any module; a module word in it would turn up on foreign pages.',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: { path: '^app/(modules|routes)/' },
    },
    {
      name: 'ui-has-no-data-access',
      comment: 'Components take what they show as properties, so that they run in a browser and in any page.',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: {
        path: '(\\.server\\.tsx?$|^app/platform/(database|access|auth|audit)/|^node_modules/(@prisma|pg|@electric-sql)/)',
      },
    },
    {
      name: 'registry-stands-lowest',
      comment: 'Every module stands on the registry; if it knew one of them, the floors would be a circle.',
      severity: 'error',
      from: { path: '^app/modules/registry/' },
      to: { path: '^app/modules/(?!registry/)' },
    },
    {
      name: 'front-door-only',
      comment:
        'Another module is entered by index.ts or index.server.ts: what stands behind may change without asking.',
      severity: 'error',
      from: { path: '^app/modules/([^/]+)/' },
      to: {
        path: '^app/modules/(?!$1/)[^/]+/',
        pathNot: '^app/modules/[^/]+/index(\\.server)?\\.ts$',
      },
    },
    {
      name: 'modules-know-no-route',
      comment: 'Routes are the top floor: they wire modules, and nothing below needs them.',
      severity: 'error',
      from: { path: '^app/(modules|platform|ui)/' },
      to: { path: '^app/routes/' },
    },
    {
      name: 'nobody-imports-the-composition-root',
      comment:
        'Server, root and entry files start everything and know everything; importing them turns the house over.',
      severity: 'error',
      from: { path: '^app/(modules|platform|ui)/' },
      to: { path: '^app/([^/]+\\.tsx?$|composition/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'manifests-are-for-the-composition',
      comment:
        'A manifest names what its room has; whoever else read it would know all rooms by their names.',
      severity: 'error',
      from: { path: '^(app|prisma)/', pathNot: '^app/composition/modules\\.ts$' },
      to: { path: '/module\\.ts$' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A plain .ts file is facts in, answer out: testable without a database, safe in a browser. Types may be named.',
      severity: 'error',
      from: { path: rule },
      to: {
        path: [
          '\\.server\\.tsx?$',
          '\\.tsx$',
          '^app/platform/database/',
          '^node_modules/(@remix-run|react|react-dom|@prisma|pg|@electric-sql|express|lucia|pino)/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-know-no-node',
      comment: 'Plain .ts files also run in a browser, which has no node: modules.',
      severity: 'error',
      from: { path: rule },
      to: { dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-are-browser-safe',
      comment:
        'A component is sent to browsers: a database or node: module behind it would be, too, or break the build.',
      severity: 'error',
      from: { path: '^app/(modules|platform|ui)/.*\\.tsx$', pathNot: test },
      to: { path: ['\\.server\\.tsx?$', '^app/platform/database/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-application-knows-no-test',
      comment: 'Factories and doubles never reach production.',
      severity: 'error',
      from: { path: '^(app|prisma)/', pathNot: test },
      to: { path: '^test/' },
    },
    {
      name: 'no-circular',
      comment:
        'Two files that need each other are one thing, or a third is missing; a circle of types hides a third all the same.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'An import that resolves to nothing breaks at start.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', generated] },
    exclude: { path: [generated] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
}
