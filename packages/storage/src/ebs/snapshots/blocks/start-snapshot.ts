import {
  type AwsInput,
  type AwsResource,
  from,
  input,
  operation,
  type Operation,
  optionalString,
  resource,
  type Schema,
  toTagList,
  z,
} from '@arch/core/builder';
import { ebs } from '@arch/services/ebs';
import { snapshotId } from '@arch/services/ec2';
import { StartSnapshotCommand, StartSnapshotResponse$ } from '@aws-sdk/client-ebs';

import { encryptionChecks, type SnapshotSettings, snapshotSettings, volumeSize } from '../../snapshot-settings.js';

export interface StartSnapshotInput extends AwsInput, SnapshotSettings {
  /** The size of the volume in GiB, 1–65,536. */
  readonly volumeSizeGiB: number;
  /**
   * The ID of the snapshot that contains the blocks that are not written, of this account and with the same or a smaller size. The new snapshot
   * has its encryption. Default: none.
   */
  readonly parentSnapshotId?: string | undefined;
}

/** A snapshot to which blocks can be written. */
export interface StartedSnapshot extends AwsResource {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The status of the snapshot: `pending`. */
  readonly status?: string | undefined;
  /** The size of the volume in GiB. */
  readonly volumeSizeGiB?: number | undefined;
  /** The size of a block in bytes, 524,288. */
  readonly blockSizeBytes?: number | undefined;
  /** The time at which the snapshot was created, in UTC. */
  readonly startTime?: Date | undefined;
  /** The ID of the parent snapshot. */
  readonly parentSnapshotId?: string | undefined;
}

/**
 * Starts a snapshot to which `putSnapshotBlock` writes data without a volume, by default encrypted. `writeSnapshot` does all steps. A retry never
 * starts a second snapshot. A snapshot that is not completed ends in state `error`; delete it with `deleteSnapshot`.
 *
 * @example
 * const { snapshotId } = await startSnapshot({ volumeSizeGiB: 8, description: 'disk of the old server' });
 * @throws {QuotaExceededError} the account has reached its quota of snapshots, or of pending snapshots.
 * @throws {NotFoundError} there is no such parent snapshot in this region.
 * @see https://docs.aws.amazon.com/ebs/latest/APIReference/API_StartSnapshot.html
 */
export const startSnapshot: Operation<StartSnapshotInput, StartedSnapshot, { on: 'snapshotId'; with: 'tags' }> =
  operation(() => ({
    name: 'startSnapshot',
    service: ebs,
    command: StartSnapshotCommand,
    permissions: [
      { action: 'ebs:StartSnapshot', resources: ['snapshot'] },
      { action: 'ec2:CreateTags', resources: ['arn:aws:ec2:*::snapshot/*'], with: 'tags' },
    ],
    input: input<StartSnapshotInput>({
      volumeSizeGiB: volumeSize(),
      parentSnapshotId: z.optional(snapshotId()),
      ...snapshotSettings(),
    }).check(...encryptionChecks()),
    output: startedSnapshot(),
    request: ({ volumeSizeGiB, parentSnapshotId, encrypted, timeoutMinutes, tags }) => ({
      VolumeSize: volumeSizeGiB,
      // AWS accepts `true`, or no value.
      Encrypted: (encrypted ?? parentSnapshotId === undefined) || undefined,
      Timeout: timeoutMinutes,
      Tags: tags && toTagList(tags),
    }),
    creates: ({ snapshotId }) => [snapshotId],
  }));

const startedSnapshot = (): Schema<StartedSnapshot> =>
  resource<StartedSnapshot>(StartSnapshotResponse$, {
    snapshotId: z.string(),
    status: optionalString(),
    volumeSizeGiB: from('VolumeSize', z.optional(z.number())),
    blockSizeBytes: from('BlockSize', z.optional(z.number())),
    startTime: z.optional(z.date()),
    parentSnapshotId: optionalString(),
  });
