import { afterAll, expect, it } from 'vitest';

import { workspace } from './__fixtures__/workspace.ts';
import { newOperation, type Wanted } from './new-operation.ts';

const place = workspace('compute', 'ml');
afterAll(() => place[Symbol.dispose]());

const start = { packageName: 'compute', folder: 'ec2/instances', operation: 'StartInstances', asListing: false };

it.each<[what: string, wanted: Partial<Wanted>, message: string | RegExp]>([
  [
    'a layer',
    { packageName: 'computes' },
    'There is no layer packages/computes. Do you mean compute? Layers: compute, ml.',
  ],
  ['a package that is not a layer', { packageName: 'core' }, 'There is no layer packages/core.'],
  [
    'a service',
    { folder: 'ecc2/instances' },
    'There is no service ecc2. Do you mean ec2? @aws-sdk/client-ec2 is described',
  ],
  ['a folder', { folder: 'instnces' }, 'packages/compute has no folder instnces. Do you mean ec2/instances?'],
  ['the case of a folder', { folder: 'Instances' }, 'Write service/resource in kebab-case: ec2/instance-types.'],
  [
    'an operation',
    { operation: 'DescribeInstanceCreditSpec' },
    /has an operation DescribeInstanceCreditSpec\. Do you mean DescribeInstanceCreditSpecifications\?/,
  ],
  [
    'a client that only packages/services contains',
    { packageName: 'ml', folder: 'ec2/volumes', operation: 'DescribeVolumes' },
    /packages\/ml does not have @aws-sdk\/client-ec2\. Add "@aws-sdk\/client-ec2": "catalog:" to devDependencies of packages\/ml\/package\.json/,
  ],
  [
    'a client that no package contains',
    { folder: 'kms/keys', operation: 'DescribeKey' },
    /add its client with its version to the catalog of pnpm-workspace\.yaml and as "@aws-sdk\/client-…": "catalog:" to devDependencies of packages\/compute\/package\.json, run npx pnpm install/,
  ],
  ['an operation without a list', { asListing: true }, 'StartInstances does not list structures: it has no listing.'],
])('suggests similar names for %s', (_, wanted, message) => {
  expect(() => newOperation({ root: place.root, ...start, ...wanted })).toThrow(message);
});

it('names all folders if several have the name', () => {
  const wanted = { ...start, packageName: 'compute', folder: 'launch', operation: 'GetInstanceUefiData' };
  newOperation({ root: place.root, ...wanted, folder: 'ec2/images/launch' });
  expect(() => newOperation({ root: place.root, ...wanted })).toThrow(
    'launch is the name of several folders. Write ec2/images/launch or ec2/instances/launch.',
  );
});
