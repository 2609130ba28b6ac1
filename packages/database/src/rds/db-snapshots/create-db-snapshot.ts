import { type AwsInput, input, operation, type Tags, toTagList, type WaitableOperation, z } from '@arch/core/builder';
import { dbInstanceName, dbTags, ownDbSnapshotName, rds } from '@arch/services/rds';
import { CreateDBSnapshotCommand } from '@aws-sdk/client-rds';

import { dbSnapshot, type DbSnapshot } from './db-snapshot.js';
import { waitForDbSnapshot } from './wait-for-db-snapshot.js';

export interface CreateDbSnapshotInput extends AwsInput {
  /** The name of the snapshot: 1–255 letters, digits and single hyphens, beginning with a letter. RDS stores it in lower case. */
  readonly dbSnapshotIdentifier: string;
  /** The name of the DB instance, e.g. `orders`. The DB instance must be available. */
  readonly dbInstanceIdentifier: string;
  /** Tags of the snapshot, at most 50. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates a snapshot of a DB instance. With `wait: true` the call resolves when the snapshot can be restored, and `onProgress` receives the
 * percentage. AWS bills the snapshot until you delete it. If the DB instance has no standby, its I/O stops for some seconds.
 *
 * @example
 * await createDbSnapshot({ dbSnapshotIdentifier: 'before-upgrade', dbInstanceIdentifier: 'orders' }, { wait: true });
 * @throws {NotFoundError} there is no such DB instance in this region.
 * @throws {AlreadyExistsError} there is already a snapshot with this name in this region.
 * @throws {ConflictError} the DB instance is not available.
 * @throws {QuotaExceededError} the account has reached its quota of snapshots.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSnapshot.html
 */
export const createDbSnapshot: WaitableOperation<
  CreateDbSnapshotInput,
  DbSnapshot,
  DbSnapshot,
  { on: 'dbInstanceIdentifier' | 'dbSnapshotIdentifier'; with: 'tags' }
> = operation(() => ({
  name: 'createDbSnapshot',
  service: rds,
  command: CreateDBSnapshotCommand,
  repeatable: 'refused',
  permissions: [
    { action: 'rds:CreateDBSnapshot', resources: ['db', 'snapshot'] },
    { action: 'rds:AddTagsToResource', resources: ['snapshot'], with: 'tags' },
  ],
  input: input<CreateDbSnapshotInput>({
    dbSnapshotIdentifier: ownDbSnapshotName(),
    dbInstanceIdentifier: dbInstanceName(),
    tags: z.optional(dbTags()),
  }),
  output: dbSnapshot(),
  request: ({ dbSnapshotIdentifier, dbInstanceIdentifier, tags }) => ({
    DBSnapshotIdentifier: dbSnapshotIdentifier,
    DBInstanceIdentifier: dbInstanceIdentifier,
    Tags: tags && toTagList(tags),
  }),
  select: ({ DBSnapshot }) => DBSnapshot,
  creates: ({ dbSnapshotIdentifier }) => [dbSnapshotIdentifier],
  uses: [waitForDbSnapshot],
  wait: ({ dbSnapshotIdentifier }, options) => waitForDbSnapshot({ dbSnapshotIdentifier, state: 'available' }, options),
}));
