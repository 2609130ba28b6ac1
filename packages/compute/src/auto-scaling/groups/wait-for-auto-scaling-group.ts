import { type CallOptions, goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';

import type { AutoScalingGroup } from './auto-scaling-group.js';
import { describeAutoScalingGroup } from './describe-auto-scaling-group.js';
import { groupName } from './group-fields.js';
import { listScalingActivities } from './list-scaling-activities.js';

/** Goals of a wait: `in-service`, the desired number of instances is in service; `deleted`, the group no longer exists. */
export const autoScalingGroupGoals = ['in-service', 'deleted'] as const;
export type AutoScalingGroupGoal = (typeof autoScalingGroupGoals)[number];

export interface WaitForAutoScalingGroupInput {
  /** Name of the Auto Scaling group. */
  readonly autoScalingGroupName: string;
  /** Goal of the wait. */
  readonly state: AutoScalingGroupGoal;
}

/**
 * Waits until exactly the desired number of instances is in service and healthy, or until the group no longer exists. The progress contains
 * the latest scaling activity as the reason. A scaling activity that failed ends the wait.
 *
 * @example
 * await waitForAutoScalingGroup({ autoScalingGroupName: 'web', state: 'in-service' }, { onProgress: ({ state }) => console.log(state) });
 * @throws {WaitError} the latest scaling activity failed (the error contains AWS's reason), or the group is being deleted.
 * @throws {DeadlineError} the group did not reach the goal within 15 minutes, or within `timeoutMs`.
 * @throws {NotFoundError} there is no such Auto Scaling group in this region.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-lifecycle.html
 */
export const waitForAutoScalingGroup: GoalWaiter<
  WaitForAutoScalingGroupInput,
  { 'in-service': AutoScalingGroup; deleted: void }
> = goalWaiter(() => ({
  name: 'waitForAutoScalingGroup',
  key: 'autoScalingGroupName',
  input: input<WaitForAutoScalingGroupInput>({
    autoScalingGroupName: groupName(),
    state: z.enum(autoScalingGroupGoals),
  }),
  absent: 'deleted',
  uses: [describeAutoScalingGroup, listScalingActivities],
  timeoutMs: 900_000,
  pollMs: 2_000,
  look: async ({ autoScalingGroupName, state: goal }, options): Promise<Observation<AutoScalingGroup>> => {
    const value = await describeAutoScalingGroup(autoScalingGroupName, options);
    return goal === 'deleted'
      ? { verdict: 'pending', state: stateOf(value), value }
      : await observeGroup(value, options);
  },
}));

const stateOf = ({ instances, desiredCapacity, status }: AutoScalingGroup): string => {
  const counts = [...Map.groupBy(instances, ({ lifecycleState }) => lifecycleState)];
  const words = counts.map(([state, { length }]) => `${length} ${state}`).join(', ') || 'without instances';
  return `${status ? `${status}, ` : ''}${words}, ${desiredCapacity} desired`;
};

const observeGroup = async (value: AutoScalingGroup, options: CallOptions): Promise<Observation<AutoScalingGroup>> => {
  const { autoScalingGroupName, instances, desiredCapacity, status } = value;
  const state = stateOf(value);
  if (status !== undefined) return { verdict: 'failed', state, value };
  const inService = instances.filter(
    ({ lifecycleState, healthStatus }) => lifecycleState === 'InService' && healthStatus === 'Healthy',
  );
  if (inService.length === desiredCapacity && instances.length === desiredCapacity)
    return { verdict: 'reached', state, value };
  const newest = await listScalingActivities({ autoScalingGroupName }, options).first();
  const reason = newest?.statusMessage ?? newest?.description;
  // Auto Scaling retries a failed launch at increasing intervals. The wait ends at the first failure, to report its reason early.
  const failed = newest?.statusCode === 'Failed' || newest?.statusCode === 'Cancelled';
  return { verdict: failed ? 'failed' : 'pending', state, reason, value };
};
