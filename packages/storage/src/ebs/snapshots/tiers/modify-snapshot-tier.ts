import {
  type AwsInput,
  type AwsResource,
  input,
  operation,
  resource,
  type Schema,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { ModifySnapshotTierCommand, ModifySnapshotTierResult$ } from '@aws-sdk/client-ec2';

import { describeSnapshotTierStatus } from './describe-snapshot-tier-status.js';
import type { SnapshotTierStatus } from './snapshot-tier-status.js';
import { waitForSnapshotTier } from './wait-for-snapshot-tier.js';

export interface ModifySnapshotTierInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The storage tier. Default: `archive`, the only one that AWS accepts; `restoreSnapshotTier` returns a snapshot to `standard`. */
  readonly storageTier?: 'archive' | undefined;
}

/** A snapshot that AWS is archiving. */
export interface ArchivingSnapshot extends AwsResource {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The time at which the archiving started, in UTC. */
  readonly tieringStartTime?: Date | undefined;
}

/**
 * Archives a snapshot: AWS converts it to a full snapshot and stores it at a lower price. It must be restored before it can be used, which takes
 * up to 72 hours. AWS bills at least 90 days in the archive. The archiving takes up to 72 hours; with `wait: true` the call resolves when it is
 * complete, and `onProgress` receives the percentage.
 *
 * @example
 * await modifySnapshotTier('snap-0123456789abcdef0', { wait: true });
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {ConflictError} the snapshot is not complete, is already archived, or is in use by an image.
 * @throws {QuotaExceededError} the account has reached its quota of archived snapshots of the volume, or of archivings at the same time.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySnapshotTier.html
 */
export const modifySnapshotTier: WaitableOperation<
  string | ModifySnapshotTierInput,
  ArchivingSnapshot,
  SnapshotTierStatus,
  { on: 'snapshotId' }
> = operation(() => ({
  name: 'modifySnapshotTier',
  service: ec2,
  command: ModifySnapshotTierCommand,
  repeatable: 'refused',
  permissions: [{ action: 'ec2:ModifySnapshotTier', resources: ['snapshot'] }],
  key: 'snapshotId',
  input: input<ModifySnapshotTierInput>({ snapshotId: snapshotId(), storageTier: z.optional(z.literal('archive')) }),
  output: archivingSnapshot(),
  request: ({ snapshotId, storageTier = 'archive' }) => ({ SnapshotId: snapshotId, StorageTier: storageTier }),
  uses: [describeSnapshotTierStatus],
  wait: ({ snapshotId, tieringStartTime: startTime }, options) =>
    waitForSnapshotTier({ snapshotId, state: 'archival-completed', startTime }, options),
}));

const archivingSnapshot = (): Schema<ArchivingSnapshot> =>
  resource<ArchivingSnapshot>(ModifySnapshotTierResult$, {
    snapshotId: z.string(),
    tieringStartTime: z.optional(z.date()),
  });
