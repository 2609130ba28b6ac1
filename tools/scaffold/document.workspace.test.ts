import { appendFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { isFull, seed } from '../../packages/contract/src/random.ts';
import { readSourceFiles } from '../checks/structure/source-file.ts';
import { structureProblems } from '../checks/structure/structure-problems.ts';
import { workspace } from './__fixtures__/workspace.ts';
import { root } from '../root.ts';

const page = readFileSync(join(root, 'docs/adding-an-operation.md'), 'utf8');

/** Operations of the layers that the page does not use as its example: JSON, REST, query and XML protocols, existing and new folders. */
const operations = [
  { layer: 'analytics', folder: 'redshift/clusters', operation: 'DescribeClusterVersions' },
  { layer: 'analytics', folder: 'redshift-data/schemas', operation: 'ListSchemas' },
  { layer: 'database', folder: 'rds/engine-versions', operation: 'DescribeDBEngineVersions' },
  { layer: 'integration', folder: 'sqs/queue-tags', operation: 'ListQueueTags' },
  { layer: 'integration', folder: 'topics', operation: 'GetDataProtectionPolicy' },
  { layer: 'ml', folder: 'lambda/functions', operation: 'GetFunctionConcurrency' },
  { layer: 'ml', folder: 'sage-maker/apps', operation: 'DeleteApp' },
  { layer: 'storage', folder: 's3/buckets', operation: 'GetBucketVersioning' },
  { layer: 'storage', folder: 'ebs/volumes', operation: 'DescribeVolumeAttribute' },
] as const;

// Each layer is compiled and built: one of them by the seed of this run, all with ARCH_MATRIX=full, as in CI.
const allLayers = [...new Set(operations.map(({ layer }) => layer))];
const layers = isFull ? allLayers : [allLayers[Number(seed) % allLayers.length]!];
const chosen = operations.filter(({ layer }) => layers.includes(layer));
const again = isFull ? 'ARCH_MATRIX=full' : `ARCH_SEED=${seed}`;
const place = workspace(...layers);
afterAll(() => place[Symbol.dispose]());

const written: string[] = [];

it('contains the commands that this test runs', () => {
  expect(page).toContain('npm run new-operation -- compute ec2/instances DescribeInstanceCreditSpecifications\n');
  expect(page).toContain('npm test -- describe-instance-credit-specification\n');
  expect(page).toContain('npm run build\n');
});

it.each(chosen)(`begins $operation of $layer (again: ${again})`, ({ layer, folder, operation }) => {
  const { status, output } = place.run(
    'node',
    '--no-warnings',
    'tools/commands/new-operation.ts',
    layer,
    folder,
    operation,
  );
  expect(status, output).toBe(0);
  const files = output.split('\n').flatMap((line) => /^(packages\/\S+\.ts)(?:: (\d+) places|$)/.exec(line)?.[1] ?? []);
  expect(files.length).toBeGreaterThanOrEqual(4);
  written.push(...files);
  expect(place.run('oxfmt', '--check', ...files).output).toContain('All matched files use the correct format');
});

it('writes files that pass the structure check', () => {
  const files = readSourceFiles(place.root).filter(({ packageName }) => layers.some((layer) => layer === packageName));
  expect(files.length).toBeGreaterThan(100 * layers.length);
  expect(structureProblems(files)).toEqual([]);
});

it('writes tests that pass', () => {
  const tests = written.filter((file) => file.endsWith('.test.ts'));
  expect(tests).toHaveLength(chosen.length);
  const { status, output } = place.run('vitest', 'run', '--project', 'layers', ...tests);
  expect(status, output).toBe(0);
}, 120_000);

/** Functions that need no limit or mark any more; the tests over all functions find what is missing in the others. */
const complete: Readonly<Record<string, string>> = {
  analytics: 'listRedshiftClusterVersions',
  database: 'listDbEngineVersions',
};
const withComplete = layers.filter((layer) => layer in complete);

it.skipIf(withComplete.length === 0)(
  `writes samples with which the tests over all functions run (again: ${again})`,
  () => {
    const named = withComplete.map((layer) => complete[layer]).join('|');
    const contracts = withComplete.map((layer) => `packages/${layer}/src/contract.test.ts`);
    const { status, output } = place.run('vitest', 'run', '--project', 'layers', '-t', named, ...contracts);
    expect(status, output).toBe(0);
    expect(output).toMatch(/Tests .*[1-9]\d passed/);
  },
  120_000,
);

it.each(layers)(
  'compiles in %s, and the built layer can be imported',
  (layer) => {
    const compiled = place.run('tsc', '-p', `packages/${layer}/tsconfig.json`).output.split('\n');
    expect(compiled.filter((line) => line.startsWith(`packages/${layer}/`))).toEqual([]);
    const built = build(layer);
    expect(built.status, built.output).toBe(0);
  },
  120_000,
);

it('gets an error if a layer needs a part of the SDK that core does not have', () => {
  const line = "export { CommandLogger } from '@smithy/core/client';\n";
  const { layer } = chosen[0]!;
  const index = `${dirname(written[0]!)}/index.ts`;
  appendFileSync(join(place.root, index), line);
  const { status, output } = build(layer);
  expect(status).toBe(1);
  expect(output).toContain(
    `${layer}: dist/index.js: ${index.replace(`packages/${layer}/`, '')} needs CommandLogger of @smithy/core/client, which @arch/core/sdk does not export. Add export { CommandLogger } from '@smithy/core/client' to packages/core/src/sdk/index.ts.`,
  );
}, 120_000);

/** Runs the package's build script without the licences and declarations, which have their own tests. */
const build = (layer: string): { readonly status: number | null; readonly output: string } => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'packages', layer, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly build: string };
  };
  const commands = scripts.build.split(' && ').filter((command) => !/licences|declarations|^tsc/.test(command));
  expect(commands).toHaveLength(4);
  for (const command of commands) {
    const [tool = '', ...parameters] = command.split(' ');
    const ran = place.runIn(`packages/${layer}`, tool, ...parameters);
    if (ran.status !== 0) return ran;
  }
  return { status: 0, output: '' };
};
