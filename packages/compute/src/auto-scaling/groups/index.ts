export type { AutoScalingGroup, AutoScalingInstance } from './auto-scaling-group.js';
export { createAutoScalingGroup, type CreateAutoScalingGroupInput } from './create-auto-scaling-group.js';
export { deleteAutoScalingGroup, type DeleteAutoScalingGroupInput } from './delete-auto-scaling-group.js';
export { describeAutoScalingGroup, type DescribeAutoScalingGroupInput } from './describe-auto-scaling-group.js';
export type { GroupLaunchTemplate } from './group-fields.js';
export type { GroupReference } from './group-reference.js';
export { listAutoScalingGroups, type ListAutoScalingGroupsInput } from './list-auto-scaling-groups.js';
export {
  listScalingActivities,
  type ListScalingActivitiesInput,
  type ScalingActivity,
} from './list-scaling-activities.js';
export { setDesiredCapacity, type SetDesiredCapacityInput } from './set-desired-capacity.js';
export { updateAutoScalingGroup, type UpdateAutoScalingGroupInput } from './update-auto-scaling-group.js';
export {
  type AutoScalingGroupGoal,
  autoScalingGroupGoals,
  waitForAutoScalingGroup,
  type WaitForAutoScalingGroupInput,
} from './wait-for-auto-scaling-group.js';
