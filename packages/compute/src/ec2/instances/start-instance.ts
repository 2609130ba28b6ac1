import { type AwsInput, input, operation, type WaitableOperation } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { StartInstancesCommand } from '@aws-sdk/client-ec2';

import { describeInstance } from './describe-instance.js';
import type { Instance } from './instance.js';
import { instanceStateChange, type InstanceStateChange } from './instance-state-change.js';
import { waitForInstance } from './wait-for-instance.js';

export interface StartInstanceInput extends AwsInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
}

/**
 * Starts a stopped instance; a running instance is not changed. With `wait: true` the call resolves with the running instance. AWS bills at
 * least one minute for each start of a Linux instance. The instance gets a new public address, unless it has an Elastic IP address.
 *
 * @example
 * const { publicIpAddress } = await startInstance('i-0123456789abcdef0', { wait: true });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} the state of the instance does not allow a start: `stopping` or `terminated`.
 * @throws {CapacityError} AWS does not have enough capacity for the instance type in the Availability Zone now.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StartInstances.html
 */
export const startInstance: WaitableOperation<
  string | StartInstanceInput,
  InstanceStateChange,
  Instance,
  { on: 'instanceId' }
> = operation(() => ({
  name: 'startInstance',
  service: ec2,
  command: StartInstancesCommand,
  repeatable: true,
  permissions: [{ action: 'ec2:StartInstances', resources: ['instance'] }],
  key: 'instanceId',
  input: input<StartInstanceInput>({ instanceId: instanceId() }),
  output: instanceStateChange(),
  batch: { limit: 100, ids: 'InstanceIds', items: (response) => response.StartingInstances, id: 'InstanceId' },
  uses: [describeInstance],
  wait: ({ instanceId }, options) => waitForInstance({ instanceId, state: 'running' }, options),
}));
