import { type CallOptions, goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';
import { dbInstanceName } from '@arch/services/rds';

import { brokenReason } from './broken-reason.js';
import type { DbInstance } from './db-instance.js';
import { describeDbInstance } from './describe-db-instance.js';
import { listFailureEvents } from './list-failure-events.js';

/** The goals of a wait. */
export const dbInstanceGoals = ['available', 'stopped', 'deleted'] as const;
export type DbInstanceGoal = (typeof dbInstanceGoals)[number];

export interface WaitForDbInstanceInput {
  /** The name of the DB instance, e.g. `orders`. */
  readonly dbInstanceIdentifier: string;
  /** The goal of the wait. */
  readonly state: DbInstanceGoal;
  /** With `available`: whether to wait also until no change is pending, e.g. after a modification with `applyImmediately`. Default: `false`. */
  readonly nothingPending?: boolean | undefined;
}

/** A DB instance can be used while RDS optimizes or initializes its storage, which can take a day. */
const usable = ['available', 'storage-optimization', 'storage-initialization'];

/** States from which a DB instance does not reach the goal without another call. */
const deadEnds: Record<DbInstanceGoal, readonly string[]> = {
  available: ['delete-precheck', 'deleting', 'stopping', 'stopped'],
  stopped: ['delete-precheck', 'deleting'],
  deleted: [],
};

/**
 * Waits until a DB instance reaches a state. `available` is also reached while RDS optimizes the storage, because the DB instance can be used.
 * `deleted` is reached when the DB instance no longer exists, and resolves with `undefined`.
 *
 * @example
 * const { endpoint } = await waitForDbInstance({ dbInstanceIdentifier: 'orders', state: 'available' });
 * @throws {WaitError} the DB instance is in a state from which it cannot reach the goal, e.g. `failed` or `storage-full`; the error contains
 * the reason.
 * @throws {DeadlineError} the DB instance has not reached the goal within an hour, or `timeoutMs`.
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
  const changes = pending.length > 0 ? `pending changes: ${pending.join(', ')}` : undefined;
  // A pending change may repair the DB instance, e.g. more storage.
  const broken = goal === 'deleted' || changes ? undefined : brokenReason(value);
  if (broken || deadEnds[goal].includes(state)) return { verdict: 'failed', state, reason: broken, value };
  const isInGoal = goal === 'available' ? usable.includes(state) : state === goal;
  return { verdict: isInGoal && !changes ? 'reached' : 'pending', state, reason: changes, value };
};

/** Adds the last failure event to the reason. Without permission to read events, returns the reason unchanged. */
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
