import { type AwsInput, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { dbInstanceName, ownDbSnapshotName, rds } from '@arch/services/rds';
import { StopDBInstanceCommand } from '@aws-sdk/client-rds';

import { type DbInstance, waitForDbInstance, dbInstanceChange, type DbInstanceChange } from '../index.js';

export interface StopDbInstanceInput extends AwsInput {
  /** e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
  /** A snapshot of this name is taken before. */
  readonly dbSnapshotIdentifier?: string | undefined;
}

/**
 * Stops a DB instance. With `wait: true` it resolves when it is stopped. Its storage is billed on, and after 7 days AWS starts it again.
 *
 * @example
 * await stopDbInstance('orders', { wait: true });
 * @throws {NotFoundError} there is no such DB instance in this region.
 * @throws {ConflictError} it is not available, or is of a kind that cannot be stopped, such as a read replica.
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
  // AWS's own examples leave out the name.
  select: ({ DBInstance }, { dbInstanceIdentifier }) =>
    DBInstance && { DBInstanceIdentifier: dbInstanceIdentifier, ...DBInstance },
  uses: [waitForDbInstance],
  wait: ({ dbInstanceIdentifier }, options) => waitForDbInstance({ dbInstanceIdentifier, state: 'stopped' }, options),
}));
