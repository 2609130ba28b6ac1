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
import { volumeChecks } from './volume-checks.js';
import { volume, type Volume, type VolumeType, volumeTypes } from './volume.js';
import { waitForVolume } from './wait-for-volume.js';

export interface CreateVolumeInput extends AwsInput {
  /** The Availability Zone, e.g. `eu-west-1a`. A volume can only be attached to instances in its zone. */
  readonly availabilityZone: string;
  /**
   * The size in GiB: 1–65,536 for `gp3`, 1–16,384 for `gp2`, 4–65,536 for `io2`, 4–16,384 for `io1`, 125–16,384 for `st1` and `sc1`, 1–1,024
   * for `standard`. Required without `snapshotId`; otherwise at least the size of the snapshot, which is the default.
   */
  readonly sizeGiB?: number | undefined;
  /** The volume type. Default: `gp3`. AWS's own default is `gp2`, which costs more. */
  readonly volumeType?: VolumeType | undefined;
  /** Whether the volume is encrypted. Default: `true`. */
  readonly encrypted?: boolean | undefined;
  /** The KMS key for the encryption: ID, alias or ARN. Default that AWS applies: the account's default key for EBS. */
  readonly kmsKeyId?: string | undefined;
  /** The ID of the snapshot from which the volume is created, e.g. `snap-0123456789abcdef0`. Default: an empty volume. */
  readonly snapshotId?: string | undefined;
  /**
   * I/O operations per second: 3,000–80,000 for `gp3`, 100–256,000 for `io2`, 100–64,000 for `io1`. Required for `io1` and `io2`. Default of
   * `gp3`: 3,000.
   */
  readonly iops?: number | undefined;
  /** Throughput in MiB per second, 125–2,000. Only for `gp3`. Default that AWS applies: 125. */
  readonly throughputMiBps?: number | undefined;
  /** Tags of the volume, at most 50. */
  readonly tags?: Tags | undefined;
}

const needsIops = ['io1', 'io2'];

/**
 * Creates an EBS volume. By default it is encrypted and of type `gp3`. With `wait: true` the call resolves when the volume can be attached. A
 * retry never creates a second volume. AWS bills the volume until you delete it.
 *
 * @example
 * const { volumeId } = await createVolume({ availabilityZone: 'eu-west-1a', sizeGiB: 20 }, { wait: true });
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {QuotaExceededError} the account has reached its quota of storage or IOPS for the volume type.
 * @throws {CapacityError} AWS does not have enough capacity for the volume in the Availability Zone now.
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
      z.refine(
        ({ sizeGiB, snapshotId }) => sizeGiB !== undefined || snapshotId !== undefined,
        'sizeGiB, snapshotId or both',
      ),
      z.refine(
        ({ volumeType = 'gp3', iops }) => iops !== undefined || !needsIops.includes(volumeType),
        'iops with volumeType io1 or io2',
      ),
      ...volumeChecks('gp3'),
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
