import { type AwsInput, input, operation, type Tags, toTagList, type WaitableOperation, z } from '@arch/core/builder';
import { dbInstanceName, dbTags, ownDbSnapshotName, rds } from '@arch/services/rds';
import { CreateDBSnapshotCommand } from '@aws-sdk/client-rds';

import { dbSnapshot, type DbSnapshot } from './db-snapshot.js';
import { waitForDbSnapshot } from './wait-for-db-snapshot.js';

export interface CreateDbSnapshotInput extends AwsInput {
  /** 1–255 letters, digits and single hyphens, a letter first. RDS writes it in lower case. */
  readonly dbSnapshotIdentifier: string;
  /** The instance, e.g. `orders`; it has to be available. */
  readonly dbInstanceIdentifier: string;
  readonly tags?: Tags | undefined;
}

/**
 * Takes a snapshot of a DB instance. With `wait: true` it resolves when the snapshot can be restored; progress tells the percentage. It
 * stays, and is billed, until it is deleted. Without a standby, the instance stands still for some seconds.
 *
 * @example
 * await createDbSnapshot({ dbSnapshotIdentifier: 'before-upgrade', dbInstanceIdentifier: 'orders' }, { wait: true });
 * @throws {NotFoundError} there is no such DB instance in this region.
 * @throws {AlreadyExistsError} there is a snapshot of that name.
 * @throws {ConflictError} the DB instance is not available.
 * @throws {QuotaExceededError} the account has as many snapshots as it may have.
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
