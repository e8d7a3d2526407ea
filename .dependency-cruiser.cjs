/**
 * The map of the code, as a machine checks it. Read it beside docs/architecture.md.
 * `rooms`: each folder of apps/api/src and the folders that it may import. Imports follow the way of the data.
 */
const rooms = {
  carried: [],
  config: [],
  clock: [],
  http: [],
  logging: ['carried'],
  metrics: ['database'],
  database: ['config'],
  queue: ['carried', 'clock', 'config', 'database'],
  budget: ['carried', 'config', 'database'],
  retention: ['clock', 'config', 'database'],
  audit: ['clock', 'database', 'http'],
  catalogue: ['http'],
  fates: ['clock', 'database'],
  connections: ['audit', 'budget', 'catalogue', 'clock', 'config', 'database', 'fates', 'http', 'metrics', 'queue'],
  recipes: ['audit', 'catalogue', 'clock', 'connections', 'database', 'http'],
  templates: ['clock', 'connections', 'database', 'http'],
  ledger: ['catalogue', 'connections', 'database', 'fates', 'http'],
  automations: ['audit', 'catalogue', 'clock', 'connections', 'database', 'http', 'recipes', 'templates'],
  ingest: ['budget', 'catalogue', 'clock', 'config', 'connections', 'database', 'fates', 'http', 'queue'],
  matching: [
    'automations',
    'catalogue',
    'clock',
    'connections',
    'database',
    'fates',
    'ingest',
    'ledger',
    'metrics',
    'queue',
    'recipes',
  ],
  runs: [
    'automations',
    'budget',
    'catalogue',
    'clock',
    'config',
    'connections',
    'database',
    'http',
    'ingest',
    'ledger',
    'logging',
    'matching',
    'metrics',
    'queue',
    'recipes',
  ],
  backfill: ['audit', 'budget', 'clock', 'connections', 'database', 'http', 'ingest', 'matching', 'queue', 'recipes'],
  history: ['clock', 'database', 'http', 'ledger', 'runs'],
  live: ['database', 'http'],
  editor: ['config', 'http'],
  health: ['connections', 'database', 'http', 'metrics', 'queue'],
};

const roomRules = Object.entries(rooms).map(([room, friends]) => ({
  name: `${room}-knows-only-its-friends`,
  severity: 'error',
  from: { path: `^apps/api/src/${room}/` },
  to: { path: '^apps/api/src/', pathNot: `^apps/api/src/(${[room, ...friends].join('|')})/` },
}));

const wall = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to: { path: to } });

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    wall('recipes-stand-alone', '^packages/recipes/src', '^(apps|packages/connectors)/'),
    {
      name: 'recipes-are-pure',
      severity: 'error',
      from: { path: '^packages/recipes/src' },
      to: { dependencyTypes: ['core'] },
    },
    wall('connectors-know-no-app', '^packages/connectors/src', '^apps/'),
    {
      name: 'connectors-take-only-types-of-recipes',
      severity: 'error',
      from: { path: '^packages/connectors/src' },
      to: { path: '^packages/recipes/', dependencyTypesNot: ['type-only'] },
    },
    wall('editor-knows-recipes-only', '^apps/editor/src', '^(apps/(api|sandbox)|packages/connectors)/'),
    wall('sandbox-trusts-the-vendor-not-us', '^apps/sandbox/src', '^(apps/(api|editor)|packages)/'),
    {
      name: 'one-connector-does-not-know-another',
      severity: 'error',
      from: { path: '^packages/connectors/src/(?!sdk/)([^/]+)/' },
      to: { path: '^packages/connectors/src/[^/]+/', pathNot: '^packages/connectors/src/(sdk|$1)/' },
    },
    {
      name: 'front-doors-only',
      comment: 'From outside, a package is entered through its index.ts and nothing else.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^packages/[^/]+/src/', pathNot: '^packages/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'never-through-your-own-front-door',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src/' },
      to: { path: '^packages/$1/src/index\\.ts$' },
    },
    ...roomRules,
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', 'dist'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      conditionNames: ['types', 'import'],
      exportsFields: ['exports'],
    },
    exclude: { path: '\\.test\\.ts$|/testing/|/test/|/dist/|/generated/' },
  },
};
