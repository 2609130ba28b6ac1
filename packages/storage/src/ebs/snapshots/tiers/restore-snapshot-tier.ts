import {
  type AwsInput,
  type AwsResource,
  from,
  input,
  operation,
  resource,
  type Schema,
  type WaitableOperation,
  z,
} from '@arch/core/builder';
import { ec2, snapshotId } from '@arch/services/ec2';
import { RestoreSnapshotTierCommand, RestoreSnapshotTierResult$ } from '@aws-sdk/client-ec2';

import { describeSnapshotTierStatus } from './describe-snapshot-tier-status.js';
import type { SnapshotTierStatus } from './snapshot-tier-status.js';
import { waitForSnapshotTier } from './wait-for-snapshot-tier.js';

export interface RestoreSnapshotTierInput extends AwsInput {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The number of days after which AWS archives the snapshot again, at least 1. Required unless `permanentRestore` is `true`. */
  readonly temporaryRestoreDays?: number | undefined;
  /** `true`: the snapshot leaves the archive. */
  readonly permanentRestore?: boolean | undefined;
}

/** A snapshot that AWS is restoring from the archive. */
export interface RestoringSnapshot extends AwsResource {
  /** The ID of the snapshot, e.g. `snap-0123456789abcdef0`. */
  readonly snapshotId: string;
  /** The time at which the restore started, in UTC. */
  readonly restoreStartTime?: Date | undefined;
  /** The number of days after which AWS archives the snapshot again. Only for a temporary restore. */
  readonly restoreDurationDays?: number | undefined;
  /** Whether the snapshot leaves the archive. */
  readonly isPermanentRestore: boolean;
}

/**
 * Restores an archived snapshot for some days or for ever, or changes a temporary restore. The restore takes up to 72 hours and costs money per
 * GB; with `wait: true` the call resolves when the snapshot can be used, and `onProgress` receives the percentage.
 *
 * @example
 * await restoreSnapshotTier({ snapshotId: 'snap-0123456789abcdef0', temporaryRestoreDays: 5 }, { wait: true });
 * @throws {NotFoundError} there is no such snapshot in this region.
 * @throws {ConflictError} the snapshot is not archived, or a restore is in progress.
 * @throws {QuotaExceededError} the account has reached its quota of restores at the same time.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RestoreSnapshotTier.html
 */
export const restoreSnapshotTier: WaitableOperation<
  RestoreSnapshotTierInput,
  RestoringSnapshot,
  SnapshotTierStatus,
  { on: 'snapshotId' }
> = operation(() => ({
  name: 'restoreSnapshotTier',
  service: ec2,
  command: RestoreSnapshotTierCommand,
  repeatable: 'refused',
  permissions: [{ action: 'ec2:RestoreSnapshotTier', resources: ['snapshot'] }],
  input: input<RestoreSnapshotTierInput>({
    snapshotId: snapshotId(),
    temporaryRestoreDays: z.optional(z.int().check(z.gte(1))),
    permanentRestore: z.optional(z.boolean()),
  }).check(
    z.refine(
      ({ temporaryRestoreDays, permanentRestore = false }) => (temporaryRestoreDays !== undefined) !== permanentRestore,
      'either temporaryRestoreDays or permanentRestore: true',
    ),
  ),
  output: restoringSnapshot(),
  uses: [describeSnapshotTierStatus],
  wait: ({ snapshotId, restoreStartTime: startTime, isPermanentRestore }, options) => {
    const state = isPermanentRestore ? 'permanent-restore-completed' : 'temporary-restore-completed';
    return waitForSnapshotTier({ snapshotId, state, startTime }, options);
  },
}));

const restoringSnapshot = (): Schema<RestoringSnapshot> =>
  resource<RestoringSnapshot>(RestoreSnapshotTierResult$, {
    snapshotId: z.string(),
    restoreStartTime: z.optional(z.date()),
    restoreDurationDays: from('RestoreDuration', z.optional(z.number())),
    isPermanentRestore: z.boolean(),
  });
