import { optionalString, from, resource, type Schema, z } from '@arch/core/builder';
import { DiskInfo$, GpuDeviceInfo$ } from '@aws-sdk/client-ec2';

/** GPUs of one model in an instance type. */
export interface InstanceTypeGpu {
  /** e.g. `T4`. */
  readonly name: string;
  /** e.g. `NVIDIA`. */
  readonly manufacturer?: string | undefined;
  /** 0 where an instance gets a part of one: `logicalGpuCount` and `gpuPartitionSize` then say what it gets. */
  readonly count: number;
  readonly logicalGpuCount?: number | undefined;
  /** What part of a whole GPU each is: above 0, at most 1. */
  readonly gpuPartitionSize?: number | undefined;
  /** Of each. */
  readonly memorySizeMiB?: number | undefined;
}

/** Disks of one size in the hardware below an instance: they lose everything when it is stopped or terminated. */
export interface InstanceStoreDisk {
  /** Of each, in GB of 1,000,000,000 bytes. */
  readonly sizeGB: number;
  readonly count: number;
  /** `ssd` or `hdd`. */
  readonly type?: string | undefined;
}

/** Parses the GPUs of an instance type. */
export const instanceTypeGpu = (): Schema<InstanceTypeGpu> =>
  resource<InstanceTypeGpu>(GpuDeviceInfo$, {
    name: z.string(),
    manufacturer: optionalString(),
    count: z.number(),
    logicalGpuCount: z.optional(z.number()),
    gpuPartitionSize: z.optional(z.number()),
    memorySizeMiB: from('MemoryInfo.SizeInMiB', z.optional(z.number())),
  });

/** Parses the instance store disks of an instance type. */
export const instanceStoreDisk = (): Schema<InstanceStoreDisk> =>
  resource<InstanceStoreDisk>(DiskInfo$, {
    sizeGB: from('SizeInGB', z.number()),
    count: z.number(),
    type: optionalString(),
  });
