import { type AwsInput, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { dbInstanceName, rds } from '@arch/services/rds';
import { RebootDBInstanceCommand } from '@aws-sdk/client-rds';

import { type DbInstance, waitForDbInstance, dbInstanceChange, type DbInstanceChange } from '../index.js';
import { waitForReboot } from './wait-for-reboot.js';

export interface RebootDbInstanceInput extends AwsInput {
  /** e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
  /** `true`: the standby in the other Availability Zone takes over; only with `multiAz`. Default `false`. */
  readonly forceFailover?: boolean | undefined;
}

/**
 * Reboots a DB instance: for a minute or more nobody reaches it. With `wait: true` it resolves when the instance is `available` after
 * it was `rebooting`, or is still `available` after a minute. A call whose response is lost is not repeated, so that there is never a second
 * reboot.
 *
 * @example
 * await rebootDbInstance('orders', { wait: true });
 * @throws {NotFoundError} there is no such DB instance in this region.
 * @throws {ConflictError} it is not available.
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
  // AWS's own examples leave out the name.
  select: ({ DBInstance }, { dbInstanceIdentifier }) =>
    DBInstance && { DBInstanceIdentifier: dbInstanceIdentifier, ...DBInstance },
  repeatable: false,
  uses: [waitForDbInstance],
  wait: waitForReboot,
}));
