import { goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';
import { clusterName } from '@arch/services/redshift';

import { brokenReason } from './broken-reason.js';
import { describeRedshiftCluster } from './describe-redshift-cluster.js';
import type { RedshiftCluster } from './redshift-cluster.js';

/** What can be waited for. `restored`: `available`, and all data of the snapshot are there. */
export const redshiftClusterGoals = ['available', 'restored', 'paused', 'deleted'] as const;
export type RedshiftClusterGoal = (typeof redshiftClusterGoals)[number];

export interface WaitForRedshiftClusterInput {
  /** e.g. `reports`. */
  readonly clusterIdentifier: string;
  readonly state: RedshiftClusterGoal;
  /** `true`: `paused` is no reason to give up, because the cluster has just been told to resume. Default `false`. */
  readonly resuming?: boolean | undefined;
}

const going = {
  deleting: 'It is being deleted.',
  'final-snapshot': 'Its last snapshot is being taken, and then it is deleted.',
};
const notRunning = { ...going, pausing: 'It is being paused.', paused: 'resumeRedshiftCluster resumes it.' };

/** Why there is no way by itself from a state to a goal. */
const hopeless: Readonly<Record<RedshiftClusterGoal, Readonly<Record<string, string>>>> = {
  available: notRunning,
  restored: notRunning,
  paused: going,
  // As AWS's own waiter has it: a cluster in these states cannot have been told to go.
  deleted: { creating: 'Nobody deletes it.', modifying: 'Nobody deletes it.' },
};

/**
 * Waits until a Redshift cluster is in a state. `available` is reached when AWS interrupts no queries any more, also while it prepares or
 * cleans up a resize; `deleted` when Redshift does not know the cluster any more, and it resolves with nothing. A cluster that is
 * restored is `available` before its data are all there: `restored` waits for them, and progress tells the percentage where AWS does.
 *
 * @example
 * const { endpoint } = await waitForRedshiftCluster({ clusterIdentifier: 'reports', state: 'available' });
 * @throws {WaitError} it is broken, or on its way elsewhere; the reason says which.
 * @throws {DeadlineError} it was not there within an hour, or `timeoutMs`.
 * @throws {NotFoundError} there is no such cluster in this region.
 * @see https://docs.aws.amazon.com/redshift/latest/mgmt/rs-mgmt-cluster-status.html
 */
export const waitForRedshiftCluster: GoalWaiter<
  WaitForRedshiftClusterInput,
  { available: RedshiftCluster; restored: RedshiftCluster; paused: RedshiftCluster; deleted: void },
  { on: 'clusterIdentifier' }
> = goalWaiter(() => ({
  name: 'waitForRedshiftCluster',
  key: 'clusterIdentifier',
  input: input<WaitForRedshiftClusterInput>({
    clusterIdentifier: clusterName(),
    state: z.enum(redshiftClusterGoals),
    resuming: z.optional(z.boolean()),
  }),
  absent: 'deleted',
  uses: [describeRedshiftCluster],
  timeoutMs: 3_600_000,
  pollMs: 10_000,
  look: async ({ clusterIdentifier, ...goal }, options): Promise<Observation<RedshiftCluster>> =>
    judge(await describeRedshiftCluster(clusterIdentifier, options), goal),
}));

const judge = (
  value: RedshiftCluster,
  { state: goal, resuming = false }: Omit<WaitForRedshiftClusterInput, 'clusterIdentifier'>,
): Observation<RedshiftCluster> => {
  const { clusterStatus, clusterAvailabilityStatus, restoreStatus } = value;
  const state = goal === 'restored' ? `${clusterStatus}${restoring(value)}` : clusterStatus;
  const broken = goal === 'deleted' ? undefined : brokenReason(value);
  const reason = broken ?? (resuming && clusterStatus === 'paused' ? undefined : hopeless[goal][clusterStatus]);
  if (reason !== undefined) return { verdict: 'failed', state, reason, value };
  if (goal === 'paused' || goal === 'deleted')
    return { verdict: clusterStatus === goal ? 'reached' : 'pending', state, value };
  const isAvailable = clusterStatus === 'available' || clusterStatus.startsWith('available, ');
  if (isAvailable && interrupted.includes(clusterAvailabilityStatus))
    return { verdict: 'pending', state, reason: `Queries are interrupted: ${clusterAvailabilityStatus}.`, value };
  const isComplete = goal === 'available' || (restoreStatus?.status ?? 'completed') === 'completed';
  return { verdict: isAvailable && isComplete ? 'reached' : 'pending', state, value };
};

/** What AWS says of the queries of a cluster that is `available` before it is done with it. */
const interrupted: readonly (string | undefined)[] = ['Unavailable', 'Maintenance', 'Modifying'];

const restoring = ({ restoreStatus }: RedshiftCluster): string => {
  if (!restoreStatus) return '';
  const { status, progressInMegaBytes: done, snapshotSizeInMegaBytes: all } = restoreStatus;
  const percent = done !== undefined && all ? `, ${Math.floor((100 * done) / all)}%` : '';
  return `, ${status}${percent}`;
};
