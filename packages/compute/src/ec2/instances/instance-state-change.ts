import { type AwsResource, from, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { InstanceStateChange$ } from '@aws-sdk/client-ec2';

import { type InstanceState, instanceStates } from './instance.js';

/** The change of state that a start, stop or termination has begun. */
export interface InstanceStateChange extends AwsResource {
  /** The ID of the instance. */
  readonly instanceId: string;
  /** The state before the call. */
  readonly previousState: InstanceState;
  /** The state right after the call, e.g. `pending`. With `wait: true` the call waits for the final state. */
  readonly currentState: InstanceState;
}

/** Parses one EC2 `InstanceStateChange` structure. */
export const instanceStateChange = (): Schema<InstanceStateChange> =>
  resource<InstanceStateChange>(InstanceStateChange$, {
    instanceId: z.string(),
    previousState: from('PreviousState.Name', openEnum(instanceStates)),
    currentState: from('CurrentState.Name', openEnum(instanceStates)),
  });
