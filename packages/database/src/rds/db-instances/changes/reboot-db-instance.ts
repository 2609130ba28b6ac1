import { type AwsInput, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { dbInstanceName, rds } from '@arch/services/rds';
import { RebootDBInstanceCommand } from '@aws-sdk/client-rds';

import { type DbInstance, waitForDbInstance, dbInstanceChange, type DbInstanceChange } from '../index.js';
import { waitForReboot } from './wait-for-reboot.js';

export interface RebootDbInstanceInput extends AwsInput {
  /** The name of the DB instance, e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
  /** Whether the standby in the other Availability Zone takes over. Only for a DB instance with `multiAz`. Default: `false`. */
  readonly forceFailover?: boolean | undefined;
}

/**
 * Reboots a DB instance. It is not available for a minute or more. With `wait: true` the call resolves when the DB instance is `available`
 * after it was `rebooting`, or is still `available` after a minute. A request whose response is lost is not retried, to prevent a second
 * reboot.
 *
 * @example
 * await rebootDbInstance('orders', { wait: true });
 * @throws {NotFoundError} there is no such DB instance in this region.
 * @throws {ConflictError} the DB instance is not available.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RebootDBInstance.html
 */
export const rebootDbInstance: WaitableOperation<
  string | RebootDbInstanceInput,
  DbInstanceChange,
  DbInstance,
  { on: 'dbInstanceIdentifier' }
> = operation(() => ({
  name: 'rebootDbInstance',
  service: rds,
  command: RebootDBInstanceCommand,
  permissions: [{ action: 'rds:RebootDBInstance', resources: ['db'] }],
  key: 'dbInstanceIdentifier',
  input: input<RebootDbInstanceInput>({
    dbInstanceIdentifier: dbInstanceName(),
    forceFailover: z.optional(z.boolean()),
  }),
  output: dbInstanceChange(),
  // AWS's examples of this response do not contain the name.
  select: ({ DBInstance }, { dbInstanceIdentifier }) =>
    DBInstance && { DBInstanceIdentifier: dbInstanceIdentifier, ...DBInstance },
  repeatable: false,
  uses: [waitForDbInstance],
  wait: waitForReboot,
}));
