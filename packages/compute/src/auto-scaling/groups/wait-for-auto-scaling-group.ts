import { type CallOptions, goalWaiter, type GoalWaiter, input, type Observation, z } from '@arch/core/builder';

import type { AutoScalingGroup } from './auto-scaling-group.js';
import { describeAutoScalingGroup } from './describe-auto-scaling-group.js';
import { groupName } from './group-fields.js';
import { listScalingActivities } from './list-scaling-activities.js';

/** What can be waited for: as many instances in service as are desired, or that the group is gone. */
export const autoScalingGroupGoals = ['in-service', 'deleted'] as const;
export type AutoScalingGroupGoal = (typeof autoScalingGroupGoals)[number];

export interface WaitForAutoScalingGroupInput {
  readonly autoScalingGroupName: string;
  readonly state: AutoScalingGroupGoal;
}

/**
 * Waits until a group has as many healthy instances in service as are desired, and no others; or until it is gone. While it does not get
 * there, its newest scaling activity is the reason; one that has failed ends the wait.
 *
 * @example
 * await waitForAutoScalingGroup({ autoScalingGroupName: 'web', state: 'in-service' }, { onProgress: ({ state }) => console.log(state) });
 * @throws {WaitError} the newest scaling activity has failed, with AWS's reason; or the group is being deleted.
 * @throws {DeadlineError} it was not there within 15 minutes, or `timeoutMs`.
 * @throws {NotFoundError} there is no such group in this region.
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
      : await lookAtGroup(value, options);
  },
}));

const stateOf = ({ instances, desiredCapacity, status }: AutoScalingGroup): string => {
  const counts = [...Map.groupBy(instances, ({ lifecycleState }) => lifecycleState)];
  const words = counts.map(([state, { length }]) => `${length} ${state}`).join(', ') || 'no instances';
  return `${status ? `${status}, ` : ''}${words} of ${desiredCapacity}`;
};

const lookAtGroup = async (value: AutoScalingGroup, options: CallOptions): Promise<Observation<AutoScalingGroup>> => {
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
  // The group tries again by itself, later and later; the reason is worth more than the wait.
  const failed = newest?.statusCode === 'Failed' || newest?.statusCode === 'Cancelled';
  return { verdict: failed ? 'failed' : 'pending', state, reason, value };
};
