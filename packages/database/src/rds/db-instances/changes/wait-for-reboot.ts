import { type CallOptions, input, sessionTime, waiter, type Waiter, type WaitOptions, z } from '@arch/core/builder';
import { dbInstanceName } from '@arch/services/rds';

import { type DbInstance, type DbInstanceChange, describeDbInstance, waitForDbInstance } from '../index.js';

/** For how long RDS may describe a DB instance as `available` that it has begun to reboot: no reboot is over so soon. */
const longestBeginningMs = 60_000;

/** Waits until a DB instance that is being rebooted is available, and not for what RDS describes from before. */
export const waitForReboot = async (
  { dbInstanceIdentifier, dbInstanceStatus }: DbInstanceChange,
  options: CallOptions & WaitOptions,
): Promise<DbInstance> => {
  const begunAt = sessionTime(options);
  // An emulator may have rebooted it already.
  if (dbInstanceStatus === 'rebooting') await waitForBeginning({ dbInstanceIdentifier, begunAt }, options);
  const leftMs =
    options.timeoutMs && Math.max(1, begunAt.getTime() + options.timeoutMs - sessionTime(options).getTime());
  const goal = { dbInstanceIdentifier, state: 'available' } as const;
  return waitForDbInstance(goal, { ...options, timeoutMs: leftMs });
};

interface Beginning {
  readonly dbInstanceIdentifier: string;
  readonly begunAt: Date;
}

const waitForBeginning: Waiter<Beginning, string> = waiter(() => ({
  name: 'waitForDbInstance',
  key: 'dbInstanceIdentifier',
  input: input<Beginning>({ dbInstanceIdentifier: dbInstanceName(), begunAt: z.date() }),
  uses: [describeDbInstance],
  timeoutMs: 3_600_000,
  pollMs: 10_000,
  look: async ({ dbInstanceIdentifier, begunAt }, options) => {
    const { dbInstanceStatus: state } = await describeDbInstance(dbInstanceIdentifier, options);
    const isEarly = sessionTime(options).getTime() - begunAt.getTime() < longestBeginningMs;
    const reason = 'which may be from before the reboot';
    if (state === 'available' && isEarly) return { verdict: 'pending', state, reason, value: state };
    return { verdict: 'reached', state, value: state };
  },
}));
