import { goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';
import { clusterName } from '@arch/services/redshift';

import { brokenReason } from './broken-reason.js';
import { describeRedshiftCluster } from './describe-redshift-cluster.js';
import type { RedshiftCluster } from './redshift-cluster.js';

/** The goals of a wait. `restored`: the cluster is available, and all data of the snapshot is loaded. */
export const redshiftClusterGoals = ['available', 'restored', 'paused', 'deleted'] as const;
export type RedshiftClusterGoal = (typeof redshiftClusterGoals)[number];

export interface WaitForRedshiftClusterInput {
  /** Identifier of the cluster, e.g. `reports`. */
  readonly clusterIdentifier: string;
  /** Goal of the wait. */
  readonly state: RedshiftClusterGoal;
  /** `true`: the state `paused` does not end the wait, because the cluster is about to resume. Default: `false`. */
  readonly resuming?: boolean | undefined;
}

const deletionReasons = {
  deleting: 'The cluster is being deleted.',
  'final-snapshot': 'AWS is creating the final snapshot, then it deletes the cluster.',
};
const notRunningReasons = {
  ...deletionReasons,
  pausing: 'The cluster is being paused.',
  paused: 'A paused cluster must be resumed with resumeRedshiftCluster.',
};
const noDeletion = 'The cluster is not being deleted; delete it with deleteRedshiftCluster.';

/** The reasons why a cluster does not reach a goal from a state without another call. */
const failureReasons: Readonly<Record<RedshiftClusterGoal, Readonly<Record<string, string>>>> = {
  available: notRunningReasons,
  restored: notRunningReasons,
  paused: deletionReasons,
  // The same states as in AWS's waiter: a cluster in these states is not being deleted.
  deleted: { creating: noDeletion, modifying: noDeletion },
};

/**
 * Waits until a Redshift cluster reaches a state. `available` is reached when AWS no longer interrupts queries, also while it prepares or
 * cleans up a resize. A cluster that is restored from a snapshot is `available` before all its data is loaded; `restored` waits for the
 * data, and `onProgress` reports the percentage if AWS returns it. `deleted` is reached when Redshift does not know the cluster any more;
 * the wait then resolves with `undefined`.
 *
 * @example
 * const { endpoint } = await waitForRedshiftCluster({ clusterIdentifier: 'reports', state: 'available' });
 * @throws {WaitError} the cluster cannot be used, or cannot reach the goal from its state; the error contains the reason.
 * @throws {DeadlineError} the cluster did not reach the goal within an hour, or within `timeoutMs`.
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
    observe(await describeRedshiftCluster(clusterIdentifier, options), goal),
}));

const observe = (
  value: RedshiftCluster,
  { state: goal, resuming = false }: Omit<WaitForRedshiftClusterInput, 'clusterIdentifier'>,
): Observation<RedshiftCluster> => {
  const { clusterStatus, clusterAvailabilityStatus, restoreStatus } = value;
  const state = goal === 'restored' ? `${clusterStatus}${restoreProgress(value)}` : clusterStatus;
  const broken = goal === 'deleted' ? undefined : brokenReason(value);
  const reason = broken ?? (resuming && clusterStatus === 'paused' ? undefined : failureReasons[goal][clusterStatus]);
  if (reason !== undefined) return { verdict: 'failed', state, reason, value };
  if (goal === 'paused' || goal === 'deleted')
    return { verdict: clusterStatus === goal ? 'reached' : 'pending', state, value };
  const isAvailable = clusterStatus === 'available' || clusterStatus.startsWith('available, ');
  if (isAvailable && interrupted.includes(clusterAvailabilityStatus))
    return { verdict: 'pending', state, reason: `Queries are interrupted: ${clusterAvailabilityStatus}.`, value };
  const isComplete = goal === 'available' || (restoreStatus?.status ?? 'completed') === 'completed';
  return { verdict: isAvailable && isComplete ? 'reached' : 'pending', state, value };
};

/** The values of `clusterAvailabilityStatus` while AWS interrupts the queries of an `available` cluster. */
const interrupted: readonly (string | undefined)[] = ['Unavailable', 'Maintenance', 'Modifying'];

const restoreProgress = ({ restoreStatus }: RedshiftCluster): string => {
  if (!restoreStatus) return '';
  const { status, progressInMegaBytes: done, snapshotSizeInMegaBytes: all } = restoreStatus;
  const percent = done !== undefined && all ? `, ${Math.floor((100 * done) / all)}%` : '';
  return `, ${status}${percent}`;
};
