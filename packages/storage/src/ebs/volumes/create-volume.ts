import {
  type AwsInput,
  input,
  openEnum,
  operation,
  tagRecord,
  type Tags,
  text,
  type WaitableOperation,
  z,
  toTagSpecifications,
} from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { CreateVolumeCommand } from '@aws-sdk/client-ec2';

import { describeVolume } from './describe-volume.js';
import { volume, type Volume, type VolumeType, volumeTypes } from './volume.js';
import { waitForVolume } from './wait-for-volume.js';

export interface CreateVolumeInput extends AwsInput {
  /** e.g. `eu-west-1a`; where the instance is that shall use it. */
  readonly availabilityZone: string;
  /** 1–65,536, by type. Needed without a snapshot; with one at least the snapshot's. */
  readonly sizeGiB?: number | undefined;
  /** Default `gp3`. AWS's default is `gp2`, which costs more. */
  readonly volumeType?: VolumeType | undefined;
  /** Default `true`. */
  readonly encrypted?: boolean | undefined;
  /** ID, alias or ARN. Default: the account's key for EBS. */
  readonly kmsKeyId?: string | undefined;
  /** What it begins with. */
  readonly snapshotId?: string | undefined;
  /** Needed for `io1` and `io2`; for `gp3` 3,000 and more. */
  readonly iops?: number | undefined;
  /** In MiB a second, 125–2,000; for `gp3` only. */
  readonly throughputMiBps?: number | undefined;
  readonly tags?: Tags | undefined;
}

const isComplete = ({ sizeGiB, snapshotId }: CreateVolumeInput): boolean =>
  sizeGiB !== undefined || snapshotId !== undefined;

const hasItsIops = ({ volumeType = 'gp3', iops, throughputMiBps }: CreateVolumeInput): boolean =>
  (!['io1', 'io2'].includes(volumeType) || iops !== undefined) &&
  (!['gp2', 'st1', 'sc1', 'standard'].includes(volumeType) || iops === undefined) &&
  (volumeType === 'gp3' || throughputMiBps === undefined);

/**
 * Creates an EBS volume: encrypted, `gp3`, unless you say otherwise. With `wait: true` it resolves when the volume can be attached. A retry
 * never makes a second one. AWS bills it until it is deleted.
 *
 * @example
 * const { volumeId } = await createVolume({ availabilityZone: 'eu-west-1a', sizeGiB: 20 }, { wait: true });
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {QuotaExceededError} the account has as much storage as it may have.
 * @throws {CapacityError} AWS has no room for it in that Availability Zone now.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html
 */
export const createVolume: WaitableOperation<CreateVolumeInput, Volume, Volume, { on: 'volumeId'; with: 'tags' }> =
  operation(() => ({
    name: 'createVolume',
    service: ec2,
    command: CreateVolumeCommand,
    permissions: [
      { action: 'ec2:CreateVolume', resources: ['volume'] },
      {
        action: 'ec2:CreateTags',
        resources: ['volume'],
        condition: { StringEquals: { 'ec2:CreateAction': 'CreateVolume' } },
        with: 'tags',
      },
    ],
    input: input<CreateVolumeInput>({
      availabilityZone: text(1, 64),
      sizeGiB: z.optional(z.int().check(z.gte(1), z.lte(65_536))),
      volumeType: z.optional(openEnum(volumeTypes)),
      encrypted: z.optional(z.boolean()),
      kmsKeyId: z.optional(text(1, 2_048)),
      snapshotId: z.optional(snapshotId()),
      iops: z.optional(z.int().check(z.gte(100), z.lte(256_000))),
      throughputMiBps: z.optional(z.int().check(z.gte(125), z.lte(2_000))),
      tags: z.optional(tagRecord()),
    }).check(
      z.refine(isComplete, { error: 'sizeGiB, snapshotId or both' }),
      z.refine(hasItsIops, {
        error: 'iops for io1 and io2, optionally for gp3, and throughputMiBps only for gp3',
      }),
    ),
    output: volume(),
    request: ({ sizeGiB, volumeType = 'gp3', encrypted = true, throughputMiBps, tags }) => ({
      Size: sizeGiB,
      VolumeType: volumeType as never,
      Encrypted: encrypted,
      Throughput: throughputMiBps,
      TagSpecifications: toTagSpecifications(tags, 'volume'),
    }),
    creates: ({ volumeId }) => [volumeId],
    uses: [describeVolume],
    wait: ({ volumeId }, options) => waitForVolume({ volumeId, state: 'available' }, options),
  }));
