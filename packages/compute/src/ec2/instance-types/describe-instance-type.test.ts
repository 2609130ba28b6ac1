import { InvalidInputError, NotFoundError, UnexpectedResponseError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { g5 } from './__fixtures__/g5-xlarge.js';
import { describeInstanceType } from './index.js';

it('returns the type with flattened members', async () => {
  await using aws = fakeAws({ answers: { DescribeInstanceTypes: { InstanceTypes: [g5] } } });
  const type = await describeInstanceType('g5.xlarge', { session: aws.session });
  expect(type).toEqual({
    instanceType: 'g5.xlarge',
    currentGeneration: true,
    freeTierEligible: false,
    supportedUsageClasses: ['on-demand', 'spot'],
    architectures: ['x86_64'],
    vCpus: 4,
    cores: 2,
    threadsPerCore: 2,
    validCores: [1, 2],
    validThreadsPerCore: [1, 2],
    memorySizeMiB: 16_384,
    processorManufacturer: 'AMD',
    sustainedClockSpeedGhz: 3.3,
    processorFeatures: [],
    hypervisor: 'nitro',
    bareMetal: false,
    burstablePerformanceSupported: false,
    hibernationSupported: false,
    dedicatedHostsSupported: true,
    autoRecoverySupported: false,
    nitroEnclavesSupport: 'unsupported',
    nitroTpmSupport: 'supported',
    supportedBootModes: ['legacy-bios', 'uefi'],
    supportedRootDeviceTypes: ['ebs'],
    supportedVirtualizationTypes: ['hvm'],
    supportedPlacementStrategies: ['cluster', 'partition', 'spread'],
    networkPerformance: 'Up to 10 Gigabit',
    maximumNetworkInterfaces: 4,
    maximumNetworkCards: 1,
    ipv4AddressesPerInterface: 15,
    ipv6AddressesPerInterface: 15,
    ipv6Supported: true,
    enaSupport: 'required',
    efaSupported: false,
    encryptionInTransitSupported: true,
    ebsOptimizedSupport: 'default',
    ebsBaselineBandwidthMbps: 700,
    ebsBaselineThroughputMBps: 87.5,
    ebsBaselineIops: 3000,
    ebsMaximumBandwidthMbps: 3500,
    ebsMaximumThroughputMBps: 437.5,
    ebsMaximumIops: 15000,
    ebsNvmeSupport: 'required',
    maximumEbsAttachments: 27,
    instanceStorageSupported: true,
    instanceStorageSizeGB: 250,
    instanceStorageDisks: [{ sizeGB: 250, count: 1, type: 'ssd' }],
    gpus: [{ name: 'A10G', manufacturer: 'NVIDIA', count: 1, memorySizeMiB: 22_888 }],
    totalGpuMemoryMiB: 22_888,
  });
});

it('joins concurrent calls into one request; an unknown type rejects only its own call', async () => {
  await using aws = fakeAws();
  aws.on<{ InstanceTypes: string[] }>('DescribeInstanceTypes', ({ InstanceTypes }) =>
    InstanceTypes.includes('g5.large')
      ? awsError('InvalidInstanceType', 'The following supplied instance types do not exist: [g5.large]')
      : { InstanceTypes: InstanceTypes.map((InstanceType) => ({ ...g5, InstanceType })) },
  );
  const calls = ['g5.xlarge', 'g5.large', 'g5.2xlarge'].map((type) =>
    describeInstanceType(type, { session: aws.session }),
  );
  const [first, second, third] = await Promise.allSettled(calls);
  expect(first).toMatchObject({ value: { instanceType: 'g5.xlarge' } });
  expect((second as PromiseRejectedResult).reason).toBeInstanceOf(NotFoundError);
  expect((second as PromiseRejectedResult).reason).toMatchObject({ resource: 'instance type', id: 'g5.large' });
  expect(third).toMatchObject({ value: { instanceType: 'g5.2xlarge' } });
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { InstanceTypes: ['g5.xlarge', 'g5.large', 'g5.2xlarge'] },
    { InstanceTypes: ['g5.xlarge', 'g5.2xlarge'] },
  ]);
});

it('names a required member that the response lacks', async () => {
  await using aws = fakeAws({ answers: { DescribeInstanceTypes: { InstanceTypes: [{ ...g5, MemoryInfo: {} }] } } });
  const call = describeInstanceType('g5.xlarge', { session: aws.session });
  await expect(call).rejects.toThrow(UnexpectedResponseError);
  await expect(call).rejects.toThrow(/memorySizeMiB is missing/);
});

it('rejects an invalid instance type before anything is sent', async () => {
  await using aws = fakeAws();
  const call = describeInstanceType('xlarge', { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(/instanceType must be an instance type such as t3\.micro \(got "xlarge"\)/);
  expect(aws.requests).toEqual([]);
});
