import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { expect, it } from 'vitest';

import { workspace, type Workspace } from './__fixtures__/workspace.ts';
import { newOperation, type Wanted, type Written } from './new-operation.ts';

const begun = ({ root }: Workspace, operation: string, more: Partial<Wanted> = {}): Written =>
  newOperation({ root, packageName: 'compute', folder: 'instances', operation, asListing: false, ...more });

const begin = (...wanted: Parameters<typeof begun>): string[] => begun(...wanted).files.map(({ path }) => path);

const inPackage = 'packages/compute/src';

it('begins an operation that AWS takes many of at once, its result, its test and its lines in the index', async () => {
  using place = workspace();
  const written = begun(place, 'DescribeInstanceCreditSpecifications').files;
  // As docs/adding-an-operation.md says.
  expect(written).toEqual([
    { path: `${inPackage}/instances/describe-instance-credit-specification.ts`, places: 5 },
    { path: `${inPackage}/instances/describe-instance-credit-specification.test.ts`, places: 3 },
    { path: `${inPackage}/instances/instance-credit-specification.ts`, places: 4 },
    { path: `${inPackage}/instances/index.ts`, places: 0 },
  ]);
  const files = written.map(({ path }) => path);
  expect(place.run('oxfmt', ...files).status).toBe(0);
  const [operation = '', , result = '', index = ''] = files.map((file) => readFileSync(join(place.root, file), 'utf8'));
  await expect(operation).toMatchFileSnapshot('__fixtures__/started/describe-instance-credit-specification.ts.txt');
  await expect(result).toMatchFileSnapshot('__fixtures__/started/instance-credit-specification.ts.txt');
  expect(index).toContain("from './describe-instance-credit-specification.js';");
  expect(index).toContain("export type { InstanceCreditSpecification } from './instance-credit-specification.js';");
});

it('begins operations of every form, and the docs finish one: all compile, and their tests pass', () => {
  using place = workspace();
  const folder = 'sweep';
  for (const operation of everyForm) begin(place, operation, { folder });
  begin(place, 'DescribeVolumes', { folder, asListing: true });
  const finished = finish(place);

  place.run('oxfmt', finished[3] ?? '');
  expect(place.run('oxfmt', '--check', ...finished).output).toContain('All matched files use the correct format');
  const compiled = place.run('tsc', '-p', 'packages/compute/tsconfig.json').output.split('\n');
  expect(compiled.filter((line) => /sweep|credit/.test(line))).toEqual([]);
  const tested = place.run('vitest', 'run', '--project', 'layers', 'sweep', 'describe-instance-credit-specification');
  expect(tested.status, tested.output).toBe(0);
}, 120_000);

const everyForm = [
  'AssociateAddress',
  'CreatePlacementGroup',
  'DeletePlacementGroup',
  'DescribeMovingAddresses',
  'DescribeVolumes',
  'GetInstanceUefiData',
  'ModifyInstancePlacement',
  'MonitorInstances',
];

/** Does what docs/adding-an-operation.md says, with its files. */
const finish = (place: Workspace): readonly string[] => {
  const finishedText = (name: string): string =>
    readFileSync(join(import.meta.dirname, '__fixtures__/finished', `${name}.txt`), 'utf8');
  const files = begin(place, 'DescribeInstanceCreditSpecifications');
  for (const file of files.slice(0, 3)) writeFileSync(join(place.root, file), finishedText(basename(file)));
  const index = join(place.root, files[3] ?? '');
  const line = "export type { InstanceCreditSpecification } from './instance-credit-specification.js';";
  const before = readFileSync(index, 'utf8');
  expect(before).toContain(line);
  writeFileSync(index, before.replace(line, finishedText('index-line.ts').trimEnd()));
  return files;
};

it('uses a type that the folder has already', () => {
  using place = workspace();
  const folder = 'placement-groups';
  expect(begin(place, 'CreatePlacementGroup', { folder })).toContain(`${inPackage}/${folder}/placement-group.ts`);
  expect(begin(place, 'DescribePlacementGroups', { folder })).toEqual([
    `${inPackage}/${folder}/describe-placement-group.ts`,
    `${inPackage}/${folder}/describe-placement-group.test.ts`,
    `${inPackage}/${folder}/index.ts`,
  ]);
});

it('overwrites nothing', () => {
  using place = workspace();
  const file = join(place.root, inPackage, 'instances/describe-instance.ts');
  const before = readFileSync(file, 'utf8');
  expect(() => begin(place, 'DescribeInstances')).toThrow(
    'describe-instance.ts is there already, and nothing is overwritten.',
  );
  expect(readFileSync(file, 'utf8')).toBe(before);
});

it('says what is wrong with what it was told', () => {
  using place = workspace();
  expect(() => begin(place, 'DescribeInstanceCreditSpec')).toThrow(
    /has an operation DescribeInstanceCreditSpec\. Do you mean DescribeInstanceCreditSpecifications/,
  );
  expect(() => begin(place, 'StartInstances', { packageName: 'storage' })).toThrow(
    'There is no package packages/storage.',
  );
  expect(() => begin(place, 'StartInstances', { folder: 'Instances' })).toThrow(
    'A folder of resources is named like instance-types',
  );
  expect(() => begin(place, 'StartInstances', { folder: 'sweep', asListing: true })).toThrow('it has no listing');
  expect(() => begin(place, 'GetParameter')).not.toThrow();
});
