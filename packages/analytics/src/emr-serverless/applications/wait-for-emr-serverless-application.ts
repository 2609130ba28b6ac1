import { goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';
import { applicationId } from '@arch/services/emr-serverless';

import { describeEmrServerlessApplication } from './describe-emr-serverless-application.js';
import type { EmrServerlessApplication } from './emr-serverless-application.js';

/** The goals of a wait: the application is created, accepts jobs, is stopped, or is deleted. */
export const emrServerlessApplicationGoals = ['created', 'started', 'stopped', 'deleted'] as const;
export type EmrServerlessApplicationGoal = (typeof emrServerlessApplicationGoals)[number];

export interface WaitForEmrServerlessApplicationInput {
  /** ID of the application, e.g. `00f1r2vk4e9g0a09`. */
  readonly applicationId: string;
  /** Goal of the wait. */
  readonly state: EmrServerlessApplicationGoal;
}

/**
 * Waits until an application is created, started, stopped or deleted. `deleted` is reached when AWS describes the application as
 * `TERMINATED` or does not know it any more; the wait then resolves with `undefined`.
 *
 * @example
 * await waitForEmrServerlessApplication({ applicationId, state: 'stopped' });
 * @throws {WaitError} the application was deleted before it reached the goal; the error contains AWS's reason, if there is one.
 * @throws {DeadlineError} the application did not reach the goal within 15 minutes, or within `timeoutMs`.
 * @throws {NotFoundError} there is no such application in this region.
 * @see https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/applications.html
 */
export const waitForEmrServerlessApplication: GoalWaiter<
  WaitForEmrServerlessApplicationInput,
  {
    created: EmrServerlessApplication;
    started: EmrServerlessApplication;
    stopped: EmrServerlessApplication;
    deleted: void;
  },
  { on: 'applicationId' }
> = goalWaiter(() => ({
  name: 'waitForEmrServerlessApplication',
  key: 'applicationId',
  input: input<WaitForEmrServerlessApplicationInput>({
    applicationId: applicationId(),
    state: z.enum(emrServerlessApplicationGoals),
  }),
  absent: 'deleted',
  uses: [describeEmrServerlessApplication],
  timeoutMs: 900_000,
  pollMs: 2_000,
  look: async ({ applicationId, state: goal }, options): Promise<Observation<EmrServerlessApplication>> => {
    const value = await describeEmrServerlessApplication(applicationId, options);
    const { state, stateDetails: reason } = value;
    return { verdict: verdictOf(goal, state), state, reason, value };
  },
}));

const verdictOf = (goal: EmrServerlessApplicationGoal, state: string): Observation<never>['verdict'] => {
  if (reached[goal].includes(state)) return 'reached';
  return state === 'TERMINATED' ? 'failed' : 'pending';
};

const reached: Readonly<Record<EmrServerlessApplicationGoal, readonly string[]>> = {
  created: ['CREATED', 'STARTING', 'STARTED', 'STOPPING', 'STOPPED'],
  started: ['STARTED'],
  stopped: ['STOPPED'],
  deleted: ['TERMINATED'],
};
