import { type AwsResource, from, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { InstanceStateChange$ } from '@aws-sdk/client-ec2';

import { type InstanceState, instanceStates } from './instance.js';

/** What a start, stop or termination has begun. */
export interface InstanceStateChange extends AwsResource {
  readonly instanceId: string;
  readonly previousState: InstanceState;
  /** The state right after the call, e.g. `pending`; add `wait: true` to get further. */
  readonly currentState: InstanceState;
}

/** Parses one change of an instance's state. */
export const instanceStateChange = (): Schema<InstanceStateChange> =>
  resource<InstanceStateChange>(InstanceStateChange$, {
    instanceId: z.string(),
    previousState: from('PreviousState.Name', openEnum(instanceStates)),
    currentState: from('CurrentState.Name', openEnum(instanceStates)),
  });
