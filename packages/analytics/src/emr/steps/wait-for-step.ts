import { input, type Observation, waiter, type Waiter, z } from '@arch/core/builder';
import { clusterId, stepId } from '@arch/services/emr';

import { stepReason } from '../emr-step.js';
import { describeStep } from './describe-step.js';
import { hasStepEnded, type Step } from './step.js';

/** The goals of a wait: the step has completed, or has ended in any way. */
export const stepGoals = ['completed', 'ended'] as const;
export type StepGoal = (typeof stepGoals)[number];

export interface WaitForStepInput {
  /** ID of the cluster, e.g. `j-3SD91U2E1L2QX`. */
  readonly clusterId: string;
  /** ID of the step, e.g. `s-3LZC0QUT43AM`. */
  readonly stepId: string;
  /** Goal of the wait. */
  readonly state: StepGoal;
}

/**
 * Waits until a step has completed, or has ended in any way. A failed step ends the wait for `completed` with AWS's reason, the error
 * message in the log and the location of the log.
 *
 * @example
 * await waitForStep({ clusterId, stepId, state: 'completed' }, { onProgress: ({ state }) => console.log(state) });
 * @throws {WaitError} the step failed, was cancelled, or was interrupted by the end of its cluster; the error contains AWS's reason.
 * @throws {DeadlineError} the step did not end within an hour, or within `timeoutMs`. It continues to run.
 * @throws {NotFoundError} there is no such cluster in this region, or no such step in it.
 * @see https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-work-with-steps.html
 */
export const waitForStep: Waiter<WaitForStepInput, Step, { on: 'clusterId' }> = waiter(() => ({
  name: 'waitForStep',
  key: 'stepId',
  input: input<WaitForStepInput>({ clusterId: clusterId(), stepId: stepId(), state: z.enum(stepGoals) }),
  uses: [describeStep],
  timeoutMs: 3_600_000,
  pollMs: 5_000,
  look: async ({ clusterId, stepId, state: goal }, options): Promise<Observation<Step>> => {
    const value = await describeStep({ clusterId, stepId }, options);
    const { state } = value;
    const reason = stepReason(value);
    if (!hasStepEnded(value)) return { verdict: 'pending', state, reason, value };
    return { verdict: goal === 'ended' || state === 'COMPLETED' ? 'reached' : 'failed', state, reason, value };
  },
}));
