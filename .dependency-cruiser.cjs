// Who may import whom: house rules as data. `tools/boundaries.ts` runs it and fails when nothing was read.
const layers = '^packages/(?!core|local)[^/]+/src/';
const tests = '\\.test(-d)?\\.ts$|/__fixtures__/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-has-no-service-clients',
      comment: 'Core builds in three clients, in parts that are loaded when they are used.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: `${tests}|^packages/core/src/(session/assume-role|policy/simulate-permission|fan-out/list-region-names|errors/decode-authorization-message)\\.ts$` },
      to: { path: '@aws-sdk/(client-|nested-clients)' },
    },
    { name: 'core-imports-no-package-of-ours', severity: 'error', from: { path: '^packages/core/src/' }, to: { path: '^packages/(?!core/)' } },
    {
      name: 'a-layer-imports-no-other-layer',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src/', pathNot: tests },
      to: { path: '^packages/(?!core/)[^/]+/', pathNot: '^packages/$1/' },
    },
    {
      name: 'core-by-its-name',
      comment: 'Other packages take core by its entries, not by its files.',
      severity: 'error',
      from: { path: layers, pathNot: tests },
      to: { path: '^packages/core/src/', pathNot: '^packages/core/src/(index|builder|testing/index)\\.ts$' },
    },
    {
      name: 'a-folder-by-its-index',
      comment: 'A resource folder uses another one through its index, and what they share through clients/.',
      severity: 'error',
      from: { path: `${layers}([^/]+)/`, pathNot: tests },
      to: { path: layers, pathNot: [`${layers}$1/`, `${layers}clients/`, `${layers}[^/]+/index\\.ts$`] },
    },
    {
      name: 'only-packages-that-are-there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    { name: 'published-names-only', severity: 'error', from: { path: '^(examples|bench)/' }, to: { path: '^packages/[^/]+/src/', pathNot: '^packages/[^/]+/src/(index|builder|[^/]+/index)\\.ts$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['@arch/source', 'import', 'node', 'default'] },
  },
};
