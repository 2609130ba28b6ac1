import { type AwsInput, input, operation, type WaitableOperation } from '@arch/core/builder';
import { dbInstanceName, rds } from '@arch/services/rds';
import { StartDBInstanceCommand } from '@aws-sdk/client-rds';

import { type DbInstance, waitForDbInstance, dbInstanceChange, type DbInstanceChange } from '../index.js';

export interface StartDbInstanceInput extends AwsInput {
  /** e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
}

/**
 * Starts a stopped DB instance. With `wait: true` it resolves when it can be used, which takes AWS some minutes.
 *
 * @example
 * const { endpoint } = await startDbInstance('orders', { wait: true });
 * @throws {NotFoundError} there is no such DB instance in this region.
 * @throws {ConflictError} it is not stopped.
 * @throws {CapacityError} AWS has no such instance free now.
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
  // AWS's own examples leave out the name.
  select: ({ DBInstance }, { dbInstanceIdentifier }) =>
    DBInstance && { DBInstanceIdentifier: dbInstanceIdentifier, ...DBInstance },
  uses: [waitForDbInstance],
  wait: ({ dbInstanceIdentifier }, options) => waitForDbInstance({ dbInstanceIdentifier, state: 'available' }, options),
}));
