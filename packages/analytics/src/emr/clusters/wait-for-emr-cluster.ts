import { type CallOptions, input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { clusterId } from '@arch/services/emr';

import { stepReason } from '../emr-step.js';
import { listSteps } from '../steps/index.js';
import { describeEmrCluster } from './describe-emr-cluster.js';
import type { EmrCluster } from './emr-cluster.js';

/**
 * The goals of a wait: `running`, the cluster is running steps or is waiting for steps; `completed`, the cluster terminated automatically
 * and all its steps have completed; `terminated`, the cluster is terminated, for any reason.
 */
export const emrClusterGoals = ['running', 'completed', 'terminated'] as const;
export type EmrClusterGoal = (typeof emrClusterGoals)[number];

export interface WaitForEmrClusterInput {
  /** ID of the cluster, e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
  /** Goal of the wait. */
  readonly state: EmrClusterGoal;
}

/**
 * Waits until a cluster is running, has completed all its steps, or is terminated. The start of a cluster takes 5 to 15 minutes. If the
 * cluster terminates before it reaches the goal, the wait ends with AWS's reason for the cluster or for the failed step.
 *
 * @example
 * await waitForEmrCluster({ clusterId, state: 'running' }, { onProgress: ({ state, reason }) => console.log(state, reason) });
 * @throws {WaitError} the cluster terminated because of an error, a failed step or a request of a user; the error contains AWS's reason.
 * @throws {DeadlineError} the cluster did not reach the goal within an hour, or within `timeoutMs`.
 * @throws {NotFoundError} there is no such cluster in this region.
 * @see https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-overview.html#emr-overview-cluster-lifecycle
 */
export const waitForEmrCluster: Waiter<WaitForEmrClusterInput, EmrCluster, { on: 'clusterId' }> = waiter(() => ({
  name: 'waitForEmrCluster',
  key: 'clusterId',
  input: input<WaitForEmrClusterInput>({ clusterId: clusterId(), state: z.enum(emrClusterGoals) }),
  uses: [describeEmrCluster, listSteps],
  timeoutMs: 3_600_000,
  pollMs: 10_000,
  look: async ({ clusterId, state: goal }, options): Promise<Observation<EmrCluster>> => {
    const value = await describeEmrCluster(clusterId, options);
    const { state } = value;
    const observation = { state, reason: reasonOf(value), value };
    const hasEnded = ['TERMINATED', 'TERMINATED_WITH_ERRORS'].includes(state);
    if (goal === 'terminated') return { ...observation, verdict: hasEnded ? 'reached' : 'pending' };
    if (goal === 'running' && ['RUNNING', 'WAITING'].includes(state)) return { ...observation, verdict: 'reached' };
    if (goal === 'running' && state === 'TERMINATING') return { ...observation, verdict: 'failed' };
    if (goal === 'completed' && state === 'WAITING' && value.autoTerminate === false)
      return { ...observation, verdict: 'failed', reason: 'the cluster does not terminate automatically' };
    if (!hasEnded) return { ...observation, verdict: 'pending' };
    return goal === 'completed' ? completionOf(value, options) : { ...observation, verdict: 'failed' };
  },
}));

const reasonOf = ({ stateChangeReason, stateChangeReasonCode, errorDetails }: EmrCluster): string | undefined => {
  const messages = new Set([stateChangeReason, ...errorDetails.map(({ errorMessage }) => errorMessage)]);
  messages.delete(undefined);
  return messages.size > 0 ? [...messages].join('; ') : stateChangeReasonCode;
};

/**
 * Returns whether all steps have completed. AWS's state of the cluster does not show it: with `CONTINUE` it is `TERMINATED` in spite of a
 * failed step.
 */
const completionOf = async (value: EmrCluster, options: CallOptions): Promise<Observation<EmrCluster>> => {
  const { clusterId, state, stateChangeReasonCode } = value;
  const failed = await listSteps({ clusterId, state: 'FAILED' }, options).first();
  const reason = failed
    ? `step ${failed.name} failed: ${stepReason(failed) ?? 'AWS returned no reason'}`
    : reasonOf(value);
  const isCompleted = !failed && state === 'TERMINATED' && stateChangeReasonCode !== 'USER_REQUEST';
  return { verdict: isCompleted ? 'reached' : 'failed', state, reason, value };
};
