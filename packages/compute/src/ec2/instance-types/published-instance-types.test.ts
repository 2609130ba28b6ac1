import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { samplesFolder } from '@arch/contract';
import { fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { describeInstanceType, type InstanceType, listInstanceTypes } from './index.js';

interface Published {
  readonly InstanceType: string;
  readonly VCpuInfo: { readonly DefaultVCpus: number };
  readonly MemoryInfo: { readonly SizeInMiB: number };
  readonly Hypervisor?: string;
  readonly EbsInfo: { readonly EbsOptimizedInfo?: { readonly BaselineThroughputInMBps: number } };
  readonly GpuInfo?: { readonly Gpus: readonly object[] };
  readonly InstanceStorageInfo?: { readonly Disks: readonly object[] };
}

const file = join(samplesFolder, 'bulk/ec2.DescribeInstanceTypes.json');
const present = existsSync(file);
const published = present
  ? (JSON.parse(readFileSync(file, 'utf8')) as { InstanceTypes: Published[] }).InstanceTypes
  : [];

const summaryOf = (type: InstanceType): unknown => [
  type.instanceType,
  type.vCpus,
  type.memorySizeMiB,
  type.hypervisor,
  type.ebsBaselineThroughputMBps,
  type.gpus.length,
  type.instanceStorageDisks.length,
];

const expectedOf = (type: Published): unknown => [
  type.InstanceType,
  type.VCpuInfo.DefaultVCpus,
  type.MemoryInfo.SizeInMiB,
  type.Hypervisor,
  type.EbsInfo.EbsOptimizedInfo?.BaselineThroughputInMBps,
  type.GpuInfo?.Gpus.length ?? 0,
  type.InstanceStorageInfo?.Disks.length ?? 0,
];

const reason = present
  ? `${published.length} types`
  : `no folder ${samplesFolder}; set ARCH_AWS_SAMPLES to use another`;

it.runIf(present)(`lists every published instance type (${reason})`, async () => {
  await using aws = fakeAws();
  aws.on<{ MaxResults: number; NextToken?: string }>('DescribeInstanceTypes', ({ MaxResults, NextToken = '0' }) => {
    const end = Number(NextToken) + MaxResults;
    return {
      InstanceTypes: published.slice(Number(NextToken), end),
      ...(end < published.length && { NextToken: String(end) }),
    };
  });
  const types = await listInstanceTypes({}, { session: aws.session }).toArray();
  expect(types.map(summaryOf)).toEqual(published.map(expectedOf));
  expect(aws.requests).toHaveLength(Math.ceil(published.length / 100));
});

it.runIf(present)(`describes every published instance type by its name (${reason})`, async () => {
  const byName = new Map(published.map((type) => [type.InstanceType, type]));
  await using aws = fakeAws();
  aws.on<{ InstanceTypes: string[] }>('DescribeInstanceTypes', ({ InstanceTypes }) => ({
    InstanceTypes: InstanceTypes.map((name) => byName.get(name)),
  }));
  const types = await Promise.all(
    [...byName.keys()].map((name) => describeInstanceType(name, { session: aws.session })),
  );
  expect(types.map(summaryOf)).toEqual(published.map(expectedOf));
  expect(aws.requests).toHaveLength(Math.ceil(published.length / 100));
});
