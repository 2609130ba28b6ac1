// Who may import whom: house rules as data. `tools/checks/boundaries.ts` runs it and fails when files were not read.
const layers = '^packages/(?!(?:core|services|contract|local|cli|patterns)/)[^/]+/src/';
const tests = '\\.test(-d)?\\.ts$|/__fixtures__/';
const core = { path: '^packages/core/src/', pathNot: tests };

/** Where core may use a client: three of them are built in, for what only some calls need. */
const coreClient = (client, folders) => ({
  name: `core-uses-${client}-in-its-place`,
  severity: 'error',
  from: { path: '^packages/core/src/', pathNot: `${tests}|^packages/core/src/(${folders})` },
  to: { path: `@aws-sdk/(client-|nested-clients/.*)${client}(/|$)` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-has-no-other-service-client',
      severity: 'error',
      from: core,
      to: { path: '@aws-sdk/(client-(?!(sts|iam|ec2)(/|$))|nested-clients/(?!.*sts))' },
    },
    coreClient('sts', 'credentials/sts/|permissions/simulate-permission|permissions/decode-authorization-message'),
    coreClient('iam', 'permissions/simulate-permission'),
    coreClient('ec2', 'fan-out/list-region-names'),
    {
      name: 'core-loads-heavy-parts-late',
      comment:
        'A client, a credential provider and node:http are loaded by the first call that needs them: import(), or a type.',
      severity: 'error',
      from: core,
      to: {
        path: '^packages/core/src/(credentials/index|credentials/sts/sts-client|transport/node-transport|permissions/simulate-permission|fan-out/list-region-names|call/protocols/[\\w-]+-protocol|transport/lane/lane-transport)\\.ts$',
        dynamic: false,
        dependencyTypesNot: ['type-only', 'type-import'],
      },
    },
    {
      name: 'core-loads-sources-of-credentials-late',
      comment: 'Only credentials/index, which is loaded late, imports the cache and the sources of credentials.',
      severity: 'error',
      from: {
        path: '^packages/core/src/(?!credentials/)|^packages/core/src/credentials/(session-credentials|renew-middleware)\\.ts$',
        pathNot: tests,
      },
      to: {
        path: '^packages/core/src/credentials/(sources/|assume-role|(cached|default|default-session|provider|role)-credentials|credential-(cache|registry)|repeat-with-new|resolution)',
        dynamic: false,
        dependencyTypesNot: ['type-only', 'type-import'],
      },
    },
    {
      name: 'core-loads-clients-late',
      comment: 'What imports a client outright is itself loaded late, see above.',
      severity: 'error',
      from: {
        path: '^packages/core/src/',
        pathNot: `${tests}|^packages/core/src/(permissions/simulate-permission|fan-out/list-region-names|credentials/sts/sts-client)\\.ts$`,
      },
      to: {
        path: '@aws-sdk/(client-|nested-clients|credential-provider-)',
        dynamic: false,
        dependencyTypesNot: ['type-only', 'type-import'],
      },
    },
    { name: 'core-imports-no-package-of-ours', severity: 'error', from: core, to: { path: '^packages/(?!core/)' } },
    {
      name: 'a-layer-imports-no-other-layer',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src/', pathNot: `${tests}|^packages/(cli|patterns)/` },
      to: { path: '^packages/(?!(?:core|services)/)[^/]+/', pathNot: '^packages/$1/' },
    },
    {
      name: 'the-sdk-and-zod-come-from-core',
      comment: 'A layer builds in its own clients; their runtime and zod are in core, once for a process.',
      severity: 'error',
      from: { path: `${layers}|^packages/services/`, pathNot: tests },
      to: { path: '(^|/)node_modules/(@smithy/|zod/|@aws-sdk/(?!client-))' },
    },
    {
      name: 'core-by-its-name',
      comment: 'Other packages take core by its entries, not by its files.',
      severity: 'error',
      from: { path: '^packages/(?!(?:core|contract)/)[^/]+/src/', pathNot: tests },
      to: {
        path: '^packages/core/src/',
        pathNot: '^packages/core/src/(index|builder|define|testing/index|sdk/checksums)\\.ts$',
      },
    },
    {
      name: 'a-folder-by-its-index',
      comment:
        'A resource folder uses another one through its index, and what resources share from the folder of the service.',
      severity: 'error',
      from: { path: `${layers}([^/]+)/([^/]+)/`, pathNot: tests },
      to: {
        path: layers,
        pathNot: [
          `${layers}$1/$2/`,
          `${layers}[^/]+/[^/]+\\.ts$`,
          `${layers}[^/]+/[^/]+/index\\.ts$`,
          `${layers}[^/]+/[^/]+/[^/]+/index\\.ts$`,
          `${layers}[^/]+\\.ts$`,
        ],
      },
    },
    {
      name: 'a-service-knows-no-resource',
      comment: 'What resources share lies above them: it is imported by them, never the other way.',
      severity: 'error',
      from: { path: `${layers}[^/]+/[^/]+\\.ts$`, pathNot: `${tests}|/index\\.ts$` },
      to: { path: `${layers}[^/]+/[^/]+/` },
    },
    {
      name: 'services-know-core-and-clients',
      severity: 'error',
      from: { path: '^packages/services/' },
      // Its tests import from contract, as those of the layers do.
      to: { path: '^packages/(?!(?:core|contract)/)[^/]+/', pathNot: '^packages/services/' },
    },
    {
      name: 'contract-is-for-tests',
      severity: 'error',
      from: { path: '^packages/(?!contract/)', pathNot: tests },
      to: { path: '^packages/contract/' },
    },
    { name: 'only-packages-that-are-there', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'published-names-only',
      comment: 'Examples and benchmarks use what users have; that they use it by its name is for the linter.',
      severity: 'error',
      from: { path: '^(examples|bench)/' },
      to: { path: '^packages/[^/]+/src/', pathNot: '^packages/[^/]+/src/(index|builder|define|[^/]+/index)\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@arch/source', 'import', 'node', 'default'],
    },
  },
};
