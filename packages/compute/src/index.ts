export * from './images/index.js';
export * from './instance-changes/index.js';
export * from './instance-console/index.js';
export * from './instance-launches/index.js';
export * from './instance-monitoring/index.js';
export * from './instance-status/index.js';
export * from './instance-types/index.js';
export * from './instances/index.js';
export * from './key-pairs/index.js';
export * from './tags/index.js';
export {
  createLoadBalancer,
  type CreateLoadBalancerInput,
  deleteLoadBalancer,
  type DeleteLoadBalancerInput,
  describeLoadBalancer,
  type DescribeLoadBalancerInput,
  listLoadBalancers,
  type ListLoadBalancersInput,
  type LoadBalancer,
  type LoadBalancerState,
  loadBalancerStates,
  waitForLoadBalancer,
  type WaitForLoadBalancerInput,
} from './load-balancers/index.js';
export {
  createTargetGroup,
  type CreateTargetGroupInput,
  deleteTargetGroup,
  type DeleteTargetGroupInput,
  deregisterTargets,
  type DeregisterTargetsInput,
  describeTargetGroup,
  type DescribeTargetGroupInput,
  listTargetGroups,
  type ListTargetGroupsInput,
  listTargets,
  type ListTargetsInput,
  registerTargets,
  type RegisterTargetsInput,
  type Target,
  type TargetGroup,
  type TargetHealth,
  type TargetHealthState,
  targetHealthStates,
  waitForTargetsHealthy,
  type WaitForTargetsHealthyInput,
} from './target-groups/index.js';
export {
  createListener,
  type CreateListenerInput,
  deleteListener,
  type DeleteListenerInput,
  describeListener,
  type DescribeListenerInput,
  type FixedResponse,
  type Listener,
  type ListenerAction,
  type ListenerActionInput,
  listListeners,
  type ListListenersInput,
  type Redirect,
} from './listeners/index.js';
export {
  type AutoScalingGroup,
  type AutoScalingGroupGoal,
  autoScalingGroupGoals,
  type AutoScalingInstance,
  createAutoScalingGroup,
  type CreateAutoScalingGroupInput,
  deleteAutoScalingGroup,
  type DeleteAutoScalingGroupInput,
  describeAutoScalingGroup,
  type DescribeAutoScalingGroupInput,
  type GroupLaunchTemplate,
  type GroupReference,
  listAutoScalingGroups,
  type ListAutoScalingGroupsInput,
  listScalingActivities,
  type ListScalingActivitiesInput,
  type ScalingActivity,
  setDesiredCapacity,
  type SetDesiredCapacityInput,
  updateAutoScalingGroup,
  type UpdateAutoScalingGroupInput,
  waitForAutoScalingGroup,
  type WaitForAutoScalingGroupInput,
} from './auto-scaling-groups/index.js';
export {
  createLaunchTemplate,
  type CreateLaunchTemplateInput,
  deleteLaunchTemplate,
  type DeleteLaunchTemplateInput,
  describeLaunchTemplate,
  type DescribeLaunchTemplateInput,
  type LaunchTemplate,
  type LaunchTemplateData,
  listLaunchTemplates,
  type ListLaunchTemplatesInput,
} from './launch-templates/index.js';
