import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { expect, it } from 'vitest';

import { workspace, type Workspace } from './__fixtures__/workspace.ts';
import { newOperation, type Wanted, type Written } from './new-operation.ts';

const begun = ({ root }: Workspace, operation: string, more: Partial<Wanted> = {}): Written =>
  newOperation({ root, packageName: 'compute', folder: 'ec2/instances', operation, asListing: false, ...more });

const begin = (...wanted: Parameters<typeof begun>): string[] => begun(...wanted).files.map(({ path }) => path);

const src = 'packages/compute/src';
const read = (place: Workspace, path: string): string => readFileSync(join(place.root, path), 'utf8');

it('writes an operation with joined requests: its file, output, test, sample and lines in the index', async () => {
  using place = workspace('compute');
  const written = begun(place, 'DescribeInstanceCreditSpecifications').files;
  // The result that docs/adding-an-operation.md describes.
  expect(written).toEqual([
    { path: `${src}/ec2/instances/describe-instance-credit-specification.ts`, places: 5 },
    { path: `${src}/ec2/instances/describe-instance-credit-specification.test.ts`, places: 3 },
    { path: `${src}/ec2/instances/instance-credit-specification.ts`, places: 4 },
    { path: `${src}/ec2/instances/index.ts`, places: 0 },
    { path: `${src}/__fixtures__/instances-samples.ts`, places: 2 },
  ]);
  const files = written.map(({ path }) => path);
  expect(place.run('oxfmt', ...files).status).toBe(0);
  const [operation = '', , result = '', index = '', samples = ''] = files.map((file) => read(place, file));
  await expect(operation).toMatchFileSnapshot('__fixtures__/started/describe-instance-credit-specification.ts.txt');
  await expect(result).toMatchFileSnapshot('__fixtures__/started/instance-credit-specification.ts.txt');
  expect(index).toContain("from './describe-instance-credit-specification.js';");
  expect(index).toContain("export type { InstanceCreditSpecification } from './instance-credit-specification.js';");
  expect(samples).toContain("    describeInstanceCreditSpecification: 'i-0123456789abcdef0',\n");
  expect(samples).toContain(
    "      InstanceCreditSpecifications: [{ InstanceId: 'i-0123456789abcdef0', CpuCredits: 'text' }],\n",
  );
});

it('writes operations of every form, and completes one as the docs describe: all compile, and their tests pass', () => {
  using place = workspace('compute');
  const folder = 'ec2/sweep';
  for (const operation of everyForm) begin(place, operation, { folder });
  const [listing = ''] = begin(place, 'DescribeVolumes', { folder, asListing: true });
  expect(read(place, listing)).toContain('listOperation(() => ec2List({');
  const finished = finish(place);

  place.run('oxfmt', finished[3] ?? '');
  expect(place.run('oxfmt', '--check', ...finished).output).toContain('All matched files use the correct format');
  const compiled = place.run('tsc', '-p', 'packages/compute/tsconfig.json').output.split('\n');
  expect(compiled.filter((line) => line.startsWith(src))).toEqual([]);
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

/** Follows docs/adding-an-operation.md with its files. */
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
  return files.slice(0, 4);
};

it('exports a new folder from its service, and uses existing types and schemas of the layer', () => {
  using place = workspace('compute');
  const folder = 'ec2/placement-groups';
  expect(begin(place, 'CreatePlacementGroup', { folder })).toContain(`${src}/${folder}/placement-group.ts`);
  expect(read(place, `${src}/ec2/index.ts`)).toContain("export * from './placement-groups/index.js';\n");
  expect(begin(place, 'DescribePlacementGroups', { folder })).toEqual([
    `${src}/${folder}/describe-placement-group.ts`,
    `${src}/${folder}/describe-placement-group.test.ts`,
    `${src}/${folder}/index.ts`,
    `${src}/__fixtures__/instances-samples.ts`,
  ]);
  const [subfolder = ''] = begin(place, 'AssociateAddress', { folder: 'ec2/addresses/association' });
  expect(subfolder).toBe(`${src}/ec2/addresses/association/associate-address.ts`);
  const elsewhere = begin(place, 'CreateDefaultVpc', { folder: 'ec2/defaults' });
  expect(read(place, elsewhere[0] ?? '')).toContain("import { vpc, type Vpc } from '../vpcs/index.js';");
  expect(read(place, `${src}/ec2/vpcs/index.ts`)).toContain("export { vpc, type Vpc } from './vpc.js';");
});

it('writes a service that packages/services does not have', () => {
  using place = workspace('compute');
  rmSync(join(place.root, 'packages/services/src/ssm'), { recursive: true });
  const { files, next } = begun(place, 'GetParameter', { folder: 'ssm/parameters' });
  expect(files).toEqual([
    expect.objectContaining({ path: `${src}/ssm/parameters/get-parameter.ts` }),
    expect.objectContaining({ path: `${src}/ssm/parameters/get-parameter.test.ts` }),
    expect.objectContaining({ path: `${src}/ssm/parameters/parameter.ts` }),
    { path: `${src}/ssm/parameters/index.ts`, places: 0 },
    { path: `${src}/ssm/index.ts`, places: 0 },
    { path: `${src}/index.ts`, places: 0 },
    { path: `${src}/__fixtures__/parameters-samples.ts`, places: 1 },
    { path: `${src}/__fixtures__/contract-samples.ts`, places: 0 },
    { path: 'packages/services/src/ssm/ssm.ts', places: 5 },
    { path: 'packages/services/src/ssm/index.ts', places: 0 },
    { path: 'packages/services/package.json', places: 0 },
  ]);
  expect(read(place, `${src}/__fixtures__/contract-samples.ts`)).toContain(', parametersSamples);');
  expect(read(place, 'packages/services/src/ssm/ssm.ts')).toContain(
    "  id: 'SSM',\n  client: SSMClient,\n  protocol: awsJson,\n",
  );
  expect(next).toContain('The service is new: run npx pnpm install.');
});

it('finds a folder by the last part of its path', () => {
  using place = workspace('compute');
  expect(begin(place, 'GetInstanceUefiData', { folder: 'instances' })[0]).toMatch(/ec2\/instances\/get-instance-uefi/);
});

it('overwrites no files', () => {
  using place = workspace('compute');
  const file = `${src}/ec2/instances/describe-instance.ts`;
  const before = read(place, file);
  expect(() => begin(place, 'DescribeInstances', { asListing: true })).toThrow('list-instances.ts exists already');
  expect(() => begin(place, 'StopInstances')).toThrow('stop-instance.ts exists already, and nothing is overwritten.');
  expect(read(place, file)).toBe(before);
});
