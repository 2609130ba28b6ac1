import { type CallOptions, input, sessionTime, waiter, type Waiter, type WaitOptions, z } from '@arch/core/builder';
import { dbInstanceName } from '@arch/services/rds';

import { type DbInstance, type DbInstanceChange, describeDbInstance, waitForDbInstance } from '../index.js';

/** The longest time for which RDS may report `available` after a reboot has started. No reboot is faster. */
const longestStartMs = 60_000;

/** Waits until a DB instance is available after a reboot. RDS may report `available` before the reboot starts; this is not the goal. */
export const waitForReboot = async (
  { dbInstanceIdentifier, dbInstanceStatus }: DbInstanceChange,
  options: CallOptions & WaitOptions,
): Promise<DbInstance> => {
  const requestedAt = sessionTime(options);
  // An emulator may have completed the reboot in the request.
  if (dbInstanceStatus === 'rebooting') await waitForStart({ dbInstanceIdentifier, requestedAt }, options);
  const leftMs =
    options.timeoutMs && Math.max(1, requestedAt.getTime() + options.timeoutMs - sessionTime(options).getTime());
  const goal = { dbInstanceIdentifier, state: 'available' } as const;
  return waitForDbInstance(goal, { ...options, timeoutMs: leftMs });
};

interface Reboot {
  readonly dbInstanceIdentifier: string;
  readonly requestedAt: Date;
}

const waitForStart: Waiter<Reboot, string> = waiter(() => ({
  name: 'waitForDbInstance',
  key: 'dbInstanceIdentifier',
  input: input<Reboot>({ dbInstanceIdentifier: dbInstanceName(), requestedAt: z.date() }),
  uses: [describeDbInstance],
  timeoutMs: 3_600_000,
  pollMs: 10_000,
  look: async ({ dbInstanceIdentifier, requestedAt }, options) => {
    const { dbInstanceStatus: state } = await describeDbInstance(dbInstanceIdentifier, options);
    const isEarly = sessionTime(options).getTime() - requestedAt.getTime() < longestStartMs;
    const reason = 'RDS may not report the reboot yet';
    if (state === 'available' && isEarly) return { verdict: 'pending', state, reason, value: state };
    return { verdict: 'reached', state, value: state };
  },
}));
