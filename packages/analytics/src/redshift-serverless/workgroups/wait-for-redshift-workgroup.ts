import { goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';
import { serverlessName } from '@arch/services/redshift-serverless';

import { describeRedshiftWorkgroup } from './describe-redshift-workgroup.js';
import type { RedshiftWorkgroup } from './redshift-workgroup.js';

/** The goals of the wait. */
export const redshiftWorkgroupGoals = ['available', 'deleted'] as const;
export type RedshiftWorkgroupGoal = (typeof redshiftWorkgroupGoals)[number];

export interface WaitForRedshiftWorkgroupInput {
  /** e.g. `reports`. */
  readonly workgroupName: string;
  readonly state: RedshiftWorkgroupGoal;
}

/**
 * Waits until a workgroup of Redshift Serverless is in a state. `deleted` is reached when AWS does not know the workgroup any more; it
 * resolves with nothing.
 *
 * @example
 * const { endpoint } = await waitForRedshiftWorkgroup({ workgroupName: 'reports', state: 'available' });
 * @throws {WaitError} it is being deleted.
 * @throws {DeadlineError} it was not there within 30 minutes, or `timeoutMs`.
 * @throws {NotFoundError} there is no such workgroup in this region.
 * @see https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Workgroup.html
 */
export const waitForRedshiftWorkgroup: GoalWaiter<
  WaitForRedshiftWorkgroupInput,
  { available: RedshiftWorkgroup; deleted: void },
  { on: 'workgroupArn' }
> = goalWaiter(() => ({
  name: 'waitForRedshiftWorkgroup',
  key: 'workgroupName',
  input: input<WaitForRedshiftWorkgroupInput>({
    workgroupName: serverlessName(),
    state: z.enum(redshiftWorkgroupGoals),
  }),
  absent: 'deleted',
  uses: [describeRedshiftWorkgroup],
  timeoutMs: 1_800_000,
  pollMs: 5_000,
  look: async ({ workgroupName, state: goal }, options): Promise<Observation<RedshiftWorkgroup>> => {
    const value = await describeRedshiftWorkgroup(workgroupName, options);
    const { status: state } = value;
    // After the request to delete it, AWS still describes it as available for a moment.
    if (goal === 'deleted') return { verdict: 'pending', state, value };
    if (state === 'AVAILABLE') return { verdict: 'reached', state, value };
    return { verdict: state === 'DELETING' ? 'failed' : 'pending', state, value };
  },
}));
