import { defineConfig } from 'vitest/config';

// Packages are tested from their sources: nothing has to be built first.
const conditions = ['@arch/source', 'node', 'development|production'];

// Emulators are installed over the network, on machines that do other things as well.
const patiently = { testTimeout: 300_000, hookTimeout: 300_000 };

// What all sessions of a process share is looked at in a process of its own.
const alone = ['default-credentials', 'credential-registry'].map(
  (name) => `packages/core/src/credentials/${name}.test.ts`,
);

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // Vitest would leave one processor to itself, which is half of what CI has.
    maxWorkers: '100%',
    // Tests of one operation in all its forms take a second: the names of thousands would hide those of failures.
    slowTestThreshold: 10_000,
    // What ends a test that hangs, not what measures one: all run on busy machines.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['packages/core/src/**'],
      exclude: [
        '**/*.test.ts',
        '**/*.test-d.ts',
        '**/__fixtures__/**',
        'packages/core/src/sdk/**',
        'packages/core/src/{index,builder,define}.ts',
      ],
      reporter: ['text-summary'],
      thresholds: { lines: 95, branches: 95 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'process',
          include: alone,
        },
      },
      {
        extends: true,
        test: {
          name: 'core',
          include: ['packages/core/src/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...alone],
          // Every test has an AWS and a session of its own: loading the SDK anew for each file would take longer than the tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'layers',
          include: ['packages/*/src/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.local.test.ts', 'packages/{core,local}/**'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'tools',
          include: ['packages/local/src/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.{local,install,site,workspace}.test.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          // The check `docs` runs these: they build the site, and compile what it shows.
          name: 'site',
          include: ['tools/**/*.site.test.ts'],
          ...patiently,
        },
      },
      {
        extends: true,
        test: {
          // The check `workspace` runs these: they follow the pages for contributors in a copy of this workspace, which they build.
          name: 'workspace',
          include: ['tools/**/*.workspace.test.ts'],
          ...patiently,
        },
      },
      {
        extends: true,
        test: {
          // The check `installation` runs these: they install the emulators into an empty folder.
          name: 'install',
          include: ['packages/local/src/**/*.install.test.ts'],
          ...patiently,
        },
      },
      {
        extends: true,
        test: {
          name: 'local',
          include: ['packages/local/src/**/*.local.test.ts'],
          ...patiently,
        },
      },
      {
        extends: true,
        test: {
          name: 'layers-local',
          include: ['packages/*/src/**/*.local.test.ts'],
          exclude: ['**/node_modules/**', 'packages/local/**'],
          isolate: false,
          // Named by its file: vitest resolves packages without our conditions here, and nothing has to be built for tests.
          globalSetup: ['packages/local/src/vitest.ts'],
          ...patiently,
        },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: ['packages/*/src/**/*.test-d.ts'],
          typecheck: {
            enabled: true,
            only: true,
            checker: 'tsc',
            include: ['packages/*/src/**/*.test-d.ts'],
            tsconfig: 'tsconfig.json',
          },
        },
      },
    ],
  },
});
