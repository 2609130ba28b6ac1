export { describeInstance, type DescribeInstanceInput } from './describe-instance.js';
export {
  instance,
  instanceStates,
  type GroupIdentifier,
  type Instance,
  type InstanceBlockDevice,
  type InstanceState,
  type StateReason,
} from './instance.js';
export type { InstanceMetadataOptions } from './instance-metadata-options.js';
export type { InstanceNetworkInterface } from './instance-network-interface.js';
export type { InstanceStateChange } from './instance-state-change.js';
export { listInstances, type ListInstancesInput } from './list-instances.js';
export { rebootInstance, type RebootInstanceInput } from './reboot-instance.js';
export { startInstance, type StartInstanceInput } from './start-instance.js';
export { stopInstance, type StopInstanceInput } from './stop-instance.js';
export { terminateInstance, type TerminateInstanceInput } from './terminate-instance.js';
export { instanceGoals, waitForInstance, type InstanceGoal, type WaitForInstanceInput } from './wait-for-instance.js';
