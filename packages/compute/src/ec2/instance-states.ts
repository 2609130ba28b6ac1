import type { Open } from '@arch/core/builder';

/** The states of an instance. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html */
export const instanceStates = ['pending', 'running', 'stopping', 'stopped', 'shutting-down', 'terminated'] as const;
/** The state of an instance. */
export type InstanceState = Open<(typeof instanceStates)[number]>;
