import { type AwsInput, input, operation, type WaitableOperation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { StartInstancesCommand } from '@aws-sdk/client-ec2';

import { describeInstance } from './describe-instance.js';
import { type Instance, instanceId } from './instance.js';
import { instanceStateChange, type InstanceStateChange } from './instance-state-change.js';
import { waitForInstance } from './wait-for-instance.js';

export interface StartInstanceInput extends AwsInput {
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
}

/**
 * Starts a stopped instance; one that runs already is left alone. With `wait: true` it resolves with the running instance. Each start of
 * a Linux instance is billed for at least one minute, and its public address is a new one.
 *
 * @example
 * const { publicIpAddress } = await startInstance('i-0123456789abcdef0', { wait: true });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} its state does not allow it: it is stopping, or terminated.
 * @throws {CapacityError} AWS has no room for its type in its Availability Zone now.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StartInstances.html
 */
export const startInstance: WaitableOperation<string | StartInstanceInput, InstanceStateChange, Instance> = operation(
  () => ({
    name: 'startInstance',
    service: ec2,
    command: StartInstancesCommand,
    repeatable: true,
    permissions: [{ action: 'ec2:StartInstances', resources: ['instance'] }],
    key: 'instanceId',
    input: input<StartInstanceInput>({ instanceId: instanceId() }),
    output: instanceStateChange(),
    batch: { limit: 100, ids: 'InstanceIds', items: (answer) => answer.StartingInstances, id: 'InstanceId' },
    uses: [describeInstance],
    wait: ({ instanceId }, options) => waitForInstance({ instanceId, state: 'running' }, options),
  }),
);
