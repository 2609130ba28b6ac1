import {
  type AwsResource,
  from,
  type Open,
  openEnum,
  optionalString,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { VolumeModification$ } from '@aws-sdk/client-ec2';

import { type VolumeType, volumeTypes } from '../volume.js';

/** States of a modification. In `optimizing`, the new size can be used, and the performance is between the old and the new one. */
export const volumeModificationStates = ['modifying', 'optimizing', 'completed', 'failed'] as const;
export type VolumeModificationState = Open<(typeof volumeModificationStates)[number]>;

/** The latest modification of a volume. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VolumeModification.html */
export interface VolumeModification extends AwsResource {
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
  /** The state of the modification. Absent if the volume was never modified. */
  readonly modificationState?: VolumeModificationState | undefined;
  /** AWS's message about the progress or the failure. */
  readonly statusMessage?: string | undefined;
  /** The progress in percent, 0–100. */
  readonly progress?: number | undefined;
  /** The time at which the modification started, in UTC. */
  readonly startTime?: Date | undefined;
  /** The time at which the modification completed or failed, in UTC. Absent before. */
  readonly endTime?: Date | undefined;
  /** The size before the modification in GiB. */
  readonly originalSizeGiB?: number | undefined;
  /** The size after the modification in GiB. */
  readonly targetSizeGiB?: number | undefined;
  /** The volume type before the modification. */
  readonly originalVolumeType?: VolumeType | undefined;
  /** The volume type after the modification. */
  readonly targetVolumeType?: VolumeType | undefined;
  /** I/O operations per second before the modification. */
  readonly originalIops?: number | undefined;
  /** I/O operations per second after the modification. */
  readonly targetIops?: number | undefined;
  /** Throughput in MiB per second before the modification. Only for `gp3`. */
  readonly originalThroughputMiBps?: number | undefined;
  /** Throughput in MiB per second after the modification. Only for `gp3`. */
  readonly targetThroughputMiBps?: number | undefined;
  /** Whether the volume could be attached to several instances before the modification. */
  readonly originalMultiAttachEnabled?: boolean | undefined;
  /** Whether the volume can be attached to several instances after the modification. */
  readonly targetMultiAttachEnabled?: boolean | undefined;
}

/** Parses one EC2 `VolumeModification` structure. */
export const volumeModification = (): Schema<VolumeModification> =>
  resource<VolumeModification>(VolumeModification$, {
    volumeId: z.string(),
    modificationState: z.optional(openEnum(volumeModificationStates)),
    statusMessage: optionalString(),
    progress: z.optional(z.number()),
    startTime: z.optional(z.date()),
    endTime: z.optional(z.date()),
    originalSizeGiB: from('OriginalSize', z.optional(z.number())),
    targetSizeGiB: from('TargetSize', z.optional(z.number())),
    originalVolumeType: z.optional(openEnum(volumeTypes)),
    targetVolumeType: z.optional(openEnum(volumeTypes)),
    originalIops: z.optional(z.number()),
    targetIops: z.optional(z.number()),
    originalThroughputMiBps: from('OriginalThroughput', z.optional(z.number())),
    targetThroughputMiBps: from('TargetThroughput', z.optional(z.number())),
    originalMultiAttachEnabled: z.optional(z.boolean()),
    targetMultiAttachEnabled: z.optional(z.boolean()),
  });
