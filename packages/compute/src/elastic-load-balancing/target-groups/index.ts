export {
  createTargetGroup,
  type CreateTargetGroupInput,
  type TargetGroupProtocol,
  targetGroupProtocols,
} from './create-target-group.js';
export { deleteTargetGroup, type DeleteTargetGroupInput } from './delete-target-group.js';
export { deregisterTargets, type DeregisterTargetsInput } from './deregister-targets.js';
export { describeTargetGroup, type DescribeTargetGroupInput } from './describe-target-group.js';
export { listTargetGroups, type ListTargetGroupsInput } from './list-target-groups.js';
export { listTargets, type ListTargetsInput } from './list-targets.js';
export { registerTargets, type RegisterTargetsInput } from './register-targets.js';
export type { TargetGroup } from './target-group.js';
export { type Target, type TargetHealth, type TargetHealthState, targetHealthStates } from './target.js';
export { waitForTargetsHealthy, type WaitForTargetsHealthyInput } from './wait-for-targets-healthy.js';
