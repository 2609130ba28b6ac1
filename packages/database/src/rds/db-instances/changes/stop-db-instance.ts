import { type AwsInput, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { dbInstanceName, ownDbSnapshotName, rds } from '@arch/services/rds';
import { StopDBInstanceCommand } from '@aws-sdk/client-rds';

import { type DbInstance, waitForDbInstance, dbInstanceChange, type DbInstanceChange } from '../index.js';

export interface StopDbInstanceInput extends AwsInput {
  /** The name of the DB instance, e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
  /** The name of a snapshot that AWS creates before the stop. Default: no snapshot. */
  readonly dbSnapshotIdentifier?: string | undefined;
}

/**
 * Stops a DB instance. With `wait: true` the call resolves when the DB instance is stopped. AWS continues to bill the storage, and starts the
 * DB instance again after 7 days.
 *
 * @example
 * await stopDbInstance('orders', { wait: true });
 * @throws {NotFoundError} there is no such DB instance in this region.
 * @throws {ConflictError} the DB instance is not available, or cannot be stopped, e.g. a read replica.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StopDBInstance.html
 */
export const stopDbInstance: WaitableOperation<
  string | StopDbInstanceInput,
  DbInstanceChange,
  DbInstance,
  { on: 'dbInstanceIdentifier' | 'dbSnapshotIdentifier' }
> = operation(() => ({
  name: 'stopDbInstance',
  service: rds,
  command: StopDBInstanceCommand,
  permissions: [{ action: 'rds:StopDBInstance', resources: ['db', 'snapshot'] }],
  key: 'dbInstanceIdentifier',
  input: input<StopDbInstanceInput>({
    dbInstanceIdentifier: dbInstanceName(),
    dbSnapshotIdentifier: z.optional(ownDbSnapshotName()),
  }),
  output: dbInstanceChange(),
  // AWS's examples of this response do not contain the name.
  select: ({ DBInstance }, { dbInstanceIdentifier }) =>
    DBInstance && { DBInstanceIdentifier: dbInstanceIdentifier, ...DBInstance },
  uses: [waitForDbInstance],
  wait: ({ dbInstanceIdentifier }, options) => waitForDbInstance({ dbInstanceIdentifier, state: 'stopped' }, options),
}));
