import { type CallOptions, input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { clusterId } from '@arch/services/emr';

import { stepReason } from '../emr-step.js';
import { listSteps } from '../steps/index.js';
import { describeEmrCluster } from './describe-emr-cluster.js';
import type { EmrCluster } from './emr-cluster.js';

/**
 * What can be waited for: that a cluster runs its steps or waits for some; that it has ended by itself, with all its steps completed; that it
 * is gone, whyever.
 */
export const emrClusterGoals = ['running', 'completed', 'terminated'] as const;
export type EmrClusterGoal = (typeof emrClusterGoals)[number];

export interface WaitForEmrClusterInput {
  /** e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
  readonly state: EmrClusterGoal;
}

/**
 * Waits until a cluster runs, has completed all its steps, or is gone. A cluster takes 5 to 15 minutes until it runs. One that ends before it
 * should ends the wait with AWS's reason: of the cluster, or of the step that failed.
 *
 * @example
 * await waitForEmrCluster({ clusterId, state: 'running' }, { onProgress: ({ state, reason }) => console.log(state, reason) });
 * @throws {WaitError} the cluster has ended: by an error, by a step that failed, or because somebody terminated it; with AWS's reason.
 * @throws {DeadlineError} it was not there within an hour, or `timeoutMs`.
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
    const seen = { state, reason: reasonOf(value), value };
    const isOver = ['TERMINATED', 'TERMINATED_WITH_ERRORS'].includes(state);
    if (goal === 'terminated') return { ...seen, verdict: isOver ? 'reached' : 'pending' };
    if (goal === 'running' && ['RUNNING', 'WAITING'].includes(state)) return { ...seen, verdict: 'reached' };
    if (goal === 'running' && state === 'TERMINATING') return { ...seen, verdict: 'failed' };
    if (goal === 'completed' && state === 'WAITING' && value.autoTerminate === false)
      return { ...seen, verdict: 'failed', reason: 'it does not end by itself' };
    if (!isOver) return { ...seen, verdict: 'pending' };
    return goal === 'completed' ? howItEnded(value, options) : { ...seen, verdict: 'failed' };
  },
}));

const reasonOf = ({ stateChangeReason, stateChangeReasonCode, errorDetails }: EmrCluster): string | undefined => {
  const messages = new Set([stateChangeReason, ...errorDetails.map(({ errorMessage }) => errorMessage)]);
  messages.delete(undefined);
  return messages.size > 0 ? [...messages].join('; ') : stateChangeReasonCode;
};

/** A cluster whose steps may fail ends well also when one has failed: the steps say it. */
const howItEnded = async (value: EmrCluster, options: CallOptions): Promise<Observation<EmrCluster>> => {
  const { clusterId, state, stateChangeReasonCode } = value;
  const failed = await listSteps({ clusterId, state: 'FAILED' }, options).first();
  const reason = failed
    ? `step ${failed.name} failed: ${stepReason(failed) ?? 'AWS gives no reason'}`
    : reasonOf(value);
  const isCompleted = !failed && state === 'TERMINATED' && stateChangeReasonCode !== 'USER_REQUEST';
  return { verdict: isCompleted ? 'reached' : 'failed', state, reason, value };
};
