import { optionalString, from, resource, type Schema, z } from '@arch/core/builder';
import { DiskInfo$, GpuDeviceInfo$ } from '@aws-sdk/client-ec2';

/** The GPUs of one model in an instance type. */
export interface InstanceTypeGpu {
  /** The model, e.g. `T4`. */
  readonly name: string;
  /** The manufacturer, e.g. `NVIDIA`. */
  readonly manufacturer?: string | undefined;
  /** The number of GPUs. 0 if the instance gets a part of one GPU, see `logicalGpuCount` and `gpuPartitionSize`. */
  readonly count: number;
  /** The number of logical GPUs, if the instance gets a part of one GPU. */
  readonly logicalGpuCount?: number | undefined;
  /** The size of each logical GPU as a fraction of a whole GPU: above 0, at most 1. */
  readonly gpuPartitionSize?: number | undefined;
  /** The memory of each GPU in MiB. */
  readonly memorySizeMiB?: number | undefined;
}

/** Instance store disks of one size. Their data is lost when the instance is stopped or terminated. */
export interface InstanceStoreDisk {
  /** The size of each disk in GB (1,000,000,000 bytes). */
  readonly sizeGB: number;
  /** The number of disks. */
  readonly count: number;
  /** The type of the disks: `ssd` or `hdd`. */
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
