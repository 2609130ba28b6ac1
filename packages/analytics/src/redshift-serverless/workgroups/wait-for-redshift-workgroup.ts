import { goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';
import { serverlessName } from '@arch/services/redshift-serverless';

import { describeRedshiftWorkgroup } from './describe-redshift-workgroup.js';
import type { RedshiftWorkgroup } from './redshift-workgroup.js';

/** The goals of a wait: `available`, or `deleted` when the workgroup no longer exists. */
export const redshiftWorkgroupGoals = ['available', 'deleted'] as const;
export type RedshiftWorkgroupGoal = (typeof redshiftWorkgroupGoals)[number];

export interface WaitForRedshiftWorkgroupInput {
  /** Name of the workgroup, e.g. `reports`. */
  readonly workgroupName: string;
  /** Goal of the wait. */
  readonly state: RedshiftWorkgroupGoal;
}

/**
 * Waits until a workgroup of Redshift Serverless is available or deleted. `deleted` is reached when AWS does not know the workgroup any
 * more; the wait then resolves with `undefined`.
 *
 * @example
 * const { endpoint } = await waitForRedshiftWorkgroup({ workgroupName: 'reports', state: 'available' });
 * @throws {WaitError} the workgroup is being deleted and cannot become available.
 * @throws {DeadlineError} the workgroup did not reach the goal within 30 minutes, or within `timeoutMs`.
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
    // After the deletion request, AWS can still return AVAILABLE for a short time.
    if (goal === 'deleted') return { verdict: 'pending', state, value };
    if (state === 'AVAILABLE') return { verdict: 'reached', state, value };
    return { verdict: state === 'DELETING' ? 'failed' : 'pending', state, value };
  },
}));
