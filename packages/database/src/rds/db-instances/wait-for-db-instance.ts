import { type CallOptions, goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';
import { dbInstanceName } from '@arch/services/rds';

import { brokenReason } from './broken-reason.js';
import type { DbInstance } from './db-instance.js';
import { describeDbInstance } from './describe-db-instance.js';
import { listFailureEvents } from './list-failure-events.js';

/** The goals of the wait. */
export const dbInstanceGoals = ['available', 'stopped', 'deleted'] as const;
export type DbInstanceGoal = (typeof dbInstanceGoals)[number];

export interface WaitForDbInstanceInput {
  /** e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
  readonly state: DbInstanceGoal;
  /** `true`: not before no change is pending either, as after a modification that is applied at once. For `available`. Default `false`. */
  readonly nothingPending?: boolean | undefined;
}

/** While RDS rearranges the storage, which may take a day, a DB instance can be used as ever. */
const usable = ['available', 'storage-optimization', 'storage-initialization'];

/** States from which there is no way to the goal by itself. */
const hopeless: Record<DbInstanceGoal, readonly string[]> = {
  available: ['delete-precheck', 'deleting', 'stopping', 'stopped'],
  stopped: ['delete-precheck', 'deleting'],
  deleted: [],
};

/**
 * Waits until a DB instance is in a state. `available` is also reached while RDS rearranges the storage of an instance that can be used;
 * `deleted` is reached when RDS does not know the instance any more; it resolves with nothing.
 *
 * @example
 * const { endpoint } = await waitForDbInstance({ dbInstanceIdentifier: 'orders', state: 'available' });
 * @throws {WaitError} it failed, is incompatible with something, has no storage left, or is on its way elsewhere; the reason says which.
 * @throws {DeadlineError} it was not there within an hour, or `timeoutMs`.
 * @throws {NotFoundError} there is no such DB instance in this region.
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html
 */
export const waitForDbInstance: GoalWaiter<
  WaitForDbInstanceInput,
  { available: DbInstance; stopped: DbInstance; deleted: void },
  { on: 'dbInstanceIdentifier' }
> = goalWaiter(() => ({
  name: 'waitForDbInstance',
  key: 'dbInstanceIdentifier',
  input: input<WaitForDbInstanceInput>({
    dbInstanceIdentifier: dbInstanceName(),
    state: z.enum(dbInstanceGoals),
    nothingPending: z.optional(z.boolean()),
  }),
  absent: 'deleted',
  uses: [describeDbInstance, listFailureEvents],
  timeoutMs: 3_600_000,
  pollMs: 10_000,
  look: async ({ dbInstanceIdentifier, ...goal }, options): Promise<Observation<DbInstance>> => {
    const instance = await describeDbInstance(dbInstanceIdentifier, options);
    const seen = judge(instance, goal);
    return seen.verdict === 'failed' && seen.reason
      ? { ...seen, reason: await withLastEvent(seen.reason, instance, options) }
      : seen;
  },
}));

const judge = (
  value: DbInstance,
  { state: goal, nothingPending = false }: Omit<WaitForDbInstanceInput, 'dbInstanceIdentifier'>,
): Observation<DbInstance> => {
  const { dbInstanceStatus: state, pendingModifiedValues } = value;
  const pending = nothingPending ? pendingModifiedValues : [];
  const left = pending.length > 0 ? `still to be changed: ${pending.join(', ')}` : undefined;
  // What is still to be changed may be what mends it, such as more storage.
  const broken = goal === 'deleted' || left ? undefined : brokenReason(value);
  if (broken || hopeless[goal].includes(state)) return { verdict: 'failed', state, reason: broken, value };
  const isThere = goal === 'available' ? usable.includes(state) : state === goal;
  return { verdict: isThere && !left ? 'reached' : 'pending', state, reason: left, value };
};

/** What RDS has written down of a failure, and what its state means; whoever may not read events is told the latter alone. */
const withLastEvent = async (reason: string, instance: DbInstance, options: CallOptions): Promise<string> => {
  try {
    const events = await listFailureEvents(instance, { ...options, timeoutMs: 10_000 });
    const message = events.at(-1)?.message;
    return message === undefined ? reason : `${message.replace(/\.?\s*$/, '.')} ${reason}`;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    return reason;
  }
};
