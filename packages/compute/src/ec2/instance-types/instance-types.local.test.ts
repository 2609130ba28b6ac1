import { NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import { describeInstanceType, listInstanceTypeOfferings, listInstanceTypes } from './index.js';

it('describes types; an unknown type rejects only its own call', async () => {
  const results = await Promise.allSettled(
    ['t3.micro', 't3.pico', 'm5.large'].map((type) => describeInstanceType(type)),
  );
  expect(results[0]).toMatchObject({
    value: { instanceType: 't3.micro', vCpus: 2, memorySizeMiB: 1024, architectures: ['x86_64'] },
  });
  expect((results[1] as PromiseRejectedResult).reason).toBeInstanceOf(NotFoundError);
  expect(results[2]).toMatchObject({ value: { instanceType: 'm5.large', memorySizeMiB: 8192 } });
});

it('lists the types that match all members', async () => {
  // The local AWS ignores MaxResults and returns all types in one response.
  const types = await listInstanceTypes({
    architecture: 'arm64',
    vCpus: 2,
    memorySizeMiB: 4096,
    bareMetal: false,
  }).toArray();
  expect(types.length).toBeGreaterThan(5);
  expect(types.filter(({ architectures, vCpus }) => !architectures.includes('arm64') || vCpus !== 2)).toEqual([]);
});

it('lists all types', async () => {
  const types = await listInstanceTypes().toArray();
  expect(types.length).toBeGreaterThan(500);
  expect(new Set(types.map(({ instanceType }) => instanceType)).size).toBe(types.length);
});

it('lists the Availability Zones that offer a type', async () => {
  const offerings = await listInstanceTypeOfferings({
    locationType: 'availability-zone',
    instanceType: 't3.micro',
    location: ['us-east-1a', 'us-east-1b'],
  }).toArray();
  expect(offerings.map(({ location }) => location).toSorted()).toEqual(['us-east-1a', 'us-east-1b']);
});
