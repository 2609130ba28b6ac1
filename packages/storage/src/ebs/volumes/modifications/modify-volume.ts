import { type AwsInput, input, openEnum, operation, type WaitableOperation, z } from '@arch/core/builder';
import { ec2, volumeId } from '@arch/services/ec2';
import { ModifyVolumeCommand } from '@aws-sdk/client-ec2';

import { volumeChecks } from '../volume-checks.js';
import { type VolumeType, volumeTypes } from '../volume.js';
import { describeVolumeModification } from './describe-volume-modification.js';
import { volumeModification, type VolumeModification } from './volume-modification.js';
import { waitForVolumeModification } from './wait-for-volume-modification.js';

export interface ModifyVolumeInput extends AwsInput {
  /** The ID of the volume, e.g. `vol-0123456789abcdef0`. */
  readonly volumeId: string;
  /**
   * The new size in GiB, at least the current size: at most 65,536 for `gp3` and `io2`, 16,384 for `gp2`, `io1`, `st1` and `sc1`, 1,024 for
   * `standard`. Default: the current size.
   */
  readonly sizeGiB?: number | undefined;
  /** The new volume type. Default: the current type. */
  readonly volumeType?: VolumeType | undefined;
  /**
   * The new I/O operations per second: 3,000–80,000 for `gp3`, 100–256,000 for `io2`, 100–64,000 for `io1`. Default that AWS applies: the
   * current value; 3,000 if `volumeType` changes to `gp3`, `io1` or `io2`.
   */
  readonly iops?: number | undefined;
  /**
   * The new throughput in MiB per second, 125–2,000. Only for `gp3`. Default that AWS applies: the current value; 125 if `volumeType` changes
   * to `gp3`.
   */
  readonly throughputMiBps?: number | undefined;
  /** Whether the volume can be attached to up to 16 instances at the same time. Only for `io1` and `io2`. Default: the current setting. */
  readonly multiAttachEnabled?: boolean | undefined;
}

/**
 * Changes the size, the type or the performance of a volume while it is in use. A volume cannot become smaller. With `wait: true` the call
 * resolves when the new size can be used; then extend the partition and the file system on the instance. The volume has its full new
 * performance later, when `waitForVolumeModification` reaches `completed`. AWS accepts four modifications of one volume in 24 hours, each after
 * the previous one is complete.
 *
 * @example
 * const { targetSizeGiB } = await modifyVolume({ volumeId, sizeGiB: 200 }, { wait: { onProgress: ({ state }) => console.log(state) } });
 * @throws {NotFoundError} there is no such volume in this region.
 * @throws {ConflictError} an earlier modification is in progress, the volume was modified four times in 24 hours, or its state does not allow a
 * modification.
 * @throws {QuotaExceededError} the account has reached its quota of storage, IOPS or modified storage for the volume type.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVolume.html
 */
export const modifyVolume: WaitableOperation<
  ModifyVolumeInput,
  VolumeModification,
  VolumeModification,
  { on: 'volumeId' }
> = operation(() => ({
  name: 'modifyVolume',
  service: ec2,
  command: ModifyVolumeCommand,
  // A second request finds the first modification in progress.
  repeatable: 'refused',
  permissions: [{ action: 'ec2:ModifyVolume', resources: ['volume'] }],
  input: input<ModifyVolumeInput>({
    volumeId: volumeId(),
    sizeGiB: z.optional(z.int().check(z.gte(1), z.lte(65_536))),
    volumeType: z.optional(openEnum(volumeTypes)),
    iops: z.optional(z.int().check(z.gte(100), z.lte(256_000))),
    throughputMiBps: z.optional(z.int().check(z.gte(125), z.lte(2_000))),
    multiAttachEnabled: z.optional(z.boolean()),
  }).check(
    z.refine(
      ({ sizeGiB, volumeType, iops, throughputMiBps, multiAttachEnabled, aws }) =>
        [sizeGiB, volumeType, iops, throughputMiBps, multiAttachEnabled, aws].some((each) => each !== undefined),
      'sizeGiB, volumeType, iops, throughputMiBps or multiAttachEnabled',
    ),
    z.refine(
      ({ volumeType = 'io2', multiAttachEnabled = false }) => !multiAttachEnabled || /^io[12]$/.test(volumeType),
      'multiAttachEnabled only with volumeType io1 or io2',
    ),
    ...volumeChecks(),
  ),
  output: volumeModification(),
  select: ({ VolumeModification }) => VolumeModification,
  request: ({ volumeId, sizeGiB, throughputMiBps }) => ({
    VolumeId: volumeId,
    Size: sizeGiB,
    Throughput: throughputMiBps,
  }),
  uses: [describeVolumeModification],
  wait: ({ volumeId, startTime }, options) =>
    waitForVolumeModification({ volumeId, state: 'optimizing', startTime }, options),
}));
