import { type AwsInput, input, operation, type WaitableOperation } from '@arch/core/builder';
import { dbInstanceName, rds } from '@arch/services/rds';
import { StartDBInstanceCommand } from '@aws-sdk/client-rds';

import { type DbInstance, waitForDbInstance, dbInstanceChange, type DbInstanceChange } from '../index.js';

export interface StartDbInstanceInput extends AwsInput {
  /** The name of the DB instance, e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
}

/**
 * Starts a stopped DB instance. With `wait: true` the call resolves when the DB instance can be used, which takes some minutes.
 *
 * @example
 * const { endpoint } = await startDbInstance('orders', { wait: true });
 * @throws {NotFoundError} there is no such DB instance in this region.
 * @throws {ConflictError} the DB instance is not stopped.
 * @throws {CapacityError} AWS does not have enough capacity for the instance class now.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartDBInstance.html
 */
export const startDbInstance: WaitableOperation<
  string | StartDbInstanceInput,
  DbInstanceChange,
  DbInstance,
  { on: 'dbInstanceIdentifier' }
> = operation(() => ({
  name: 'startDbInstance',
  service: rds,
  command: StartDBInstanceCommand,
  repeatable: 'refused',
  permissions: [{ action: 'rds:StartDBInstance', resources: ['db'] }],
  key: 'dbInstanceIdentifier',
  input: input<StartDbInstanceInput>({ dbInstanceIdentifier: dbInstanceName() }),
  output: dbInstanceChange(),
  // AWS's examples of this response do not contain the name.
  select: ({ DBInstance }, { dbInstanceIdentifier }) =>
    DBInstance && { DBInstanceIdentifier: dbInstanceIdentifier, ...DBInstance },
  uses: [waitForDbInstance],
  wait: ({ dbInstanceIdentifier }, options) => waitForDbInstance({ dbInstanceIdentifier, state: 'available' }, options),
}));
