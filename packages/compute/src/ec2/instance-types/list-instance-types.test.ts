import { InvalidInputError } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { listInstanceTypeOfferings, listInstanceTypes } from './index.js';

it('sends the members as AWS filters, then the further filters', async () => {
  await using aws = fakeAws({ answers: { DescribeInstanceTypes: {} } });
  const listing = listInstanceTypes(
    {
      instanceType: ['c7g.*', 'm7g.*'],
      architecture: 'arm64',
      vCpus: [2, 4],
      memorySizeMiB: 8192,
      supportedUsageClass: 'spot',
      hypervisor: 'nitro',
      currentGeneration: true,
      freeTierEligible: false,
      bareMetal: false,
      burstablePerformanceSupported: false,
      hibernationSupported: true,
      instanceStorageSupported: false,
      includeUnsupportedInRegion: true,
      filters: { 'network-info.efa-supported': true },
    },
    { session: aws.session },
  );
  expect(await listing.toArray()).toEqual([]);
  const { Filters, ...rest } = aws.requests[0]!.input as { Filters: { Name: string; Values: string[] }[] };
  expect(rest).toEqual({ IncludeUnsupportedInRegion: true, MaxResults: 100 });
  expect(Object.fromEntries(Filters.map(({ Name, Values }) => [Name, Values]))).toEqual({
    'instance-type': ['c7g.*', 'm7g.*'],
    'processor-info.supported-architecture': ['arm64'],
    'vcpu-info.default-vcpus': ['2', '4'],
    'memory-info.size-in-mib': ['8192'],
    'supported-usage-class': ['spot'],
    hypervisor: ['nitro'],
    'current-generation': ['true'],
    'free-tier-eligible': ['false'],
    'bare-metal': ['false'],
    'burstable-performance-supported': ['false'],
    'hibernation-supported': ['true'],
    'instance-storage-supported': ['false'],
    'network-info.efa-supported': ['true'],
  });
});

it('lists the locations of a type from all pages', async () => {
  const offering = (Location: string): object => ({
    InstanceType: 'c7g.large',
    LocationType: 'availability-zone',
    Location,
  });
  await using aws = fakeAws();
  aws.once('DescribeInstanceTypeOfferings', { InstanceTypeOfferings: [offering('eu-west-1a')], NextToken: 'more' });
  aws.on('DescribeInstanceTypeOfferings', { InstanceTypeOfferings: [offering('eu-west-1b')] });
  const wanted = {
    locationType: 'availability-zone',
    instanceType: 'c7g.large',
    location: ['eu-west-1a', 'eu-west-1b'],
  } as const;
  expect(await listInstanceTypeOfferings(wanted, { session: aws.session }).toArray()).toEqual([
    { instanceType: 'c7g.large', locationType: 'availability-zone', location: 'eu-west-1a' },
    { instanceType: 'c7g.large', locationType: 'availability-zone', location: 'eu-west-1b' },
  ]);
  const request = {
    LocationType: 'availability-zone',
    MaxResults: 1_000,
    Filters: [
      { Name: 'instance-type', Values: ['c7g.large'] },
      { Name: 'location', Values: ['eu-west-1a', 'eu-west-1b'] },
    ],
  };
  expect(aws.requests.map(({ input }) => input)).toEqual([request, { ...request, NextToken: 'more' }]);
});

it('lists the offerings of the region by default', async () => {
  await using aws = fakeAws({ answers: { DescribeInstanceTypeOfferings: {} } });
  expect(await listInstanceTypeOfferings(undefined, { session: aws.session }).first()).toBeUndefined();
  expect(aws.requests[0]?.input).toEqual({ MaxResults: 5 });
});

it('rejects invalid input before anything is sent', async () => {
  await using aws = fakeAws();
  const options = { session: aws.session };
  await expect(listInstanceTypes({ vCpus: 0 }, options).first()).rejects.toThrow(InvalidInputError);
  await expect(listInstanceTypes({ memorySizeMiB: [0.5] }, options).first()).rejects.toThrow(InvalidInputError);
  await expect(listInstanceTypes({ minimumVCpus: 2 } as never, options).first()).rejects.toThrow(
    /unknown member minimumVCpus: the members are instanceType, architecture, vCpus,/,
  );
  await expect(listInstanceTypeOfferings({ locationType: 'zone' as never }, options).first()).rejects.toThrow(
    /locationType must be "region", "availability-zone", "availability-zone-id" or "outpost" \(got "zone"\)/,
  );
  expect(aws.requests).toEqual([]);
});
