import { type AwsInput, conflict, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { StopInstancesCommand } from '@aws-sdk/client-ec2';

import { describeInstance } from './describe-instance.js';
import { type Instance, instanceId } from './instance.js';
import { instanceStateChange, type InstanceStateChange } from './instance-state-change.js';
import { waitForInstance } from './wait-for-instance.js';

export interface StopInstanceInput extends AwsInput {
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** Cuts it off where the operating system does not shut down in time: check its file systems afterwards. Default `false`. */
  readonly force?: boolean | undefined;
  /** Keeps what is in memory, for an instance launched with hibernation; where that fails it is stopped. Default `false`. */
  readonly hibernate?: boolean | undefined;
  /** Does not let the operating system shut down: what it has not written is lost. Default `false`. */
  readonly skipOsShutdown?: boolean | undefined;
}

/**
 * Stops a running instance; one that is stopped already is left alone. With `wait: true` it resolves with the stopped instance. A stopped
 * instance costs its volumes and Elastic IP addresses only; what is on instance store volumes is lost.
 *
 * @example
 * await stopInstance({ instanceId: 'i-0123456789abcdef0', hibernate: true }, { wait: true });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} its state does not allow it, it is protected from being stopped, or it cannot be stopped or hibernated at all.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StopInstances.html
 */
export const stopInstance: WaitableOperation<string | StopInstanceInput, InstanceStateChange, Instance> = operation(
  () => ({
    name: 'stopInstance',
    service: ec2,
    command: StopInstancesCommand,
    permissions: [{ action: 'ec2:StopInstances', resources: ['instance'] }],
    key: 'instanceId',
    input: input<StopInstanceInput>({
      instanceId: instanceId(),
      force: z.optional(z.boolean()),
      hibernate: z.optional(z.boolean()),
      skipOsShutdown: z.optional(z.boolean()),
    }),
    output: instanceStateChange(),
    batch: { limit: 100, ids: 'InstanceIds', items: (answer) => answer.StoppingInstances, id: 'InstanceId' },
    errors: {
      UnsupportedOperation: conflict({
        resource: 'instance',
        member: 'instanceId',
        remedy:
          'An instance with an instance store root volume, and that of a one-time spot request, can only be terminated.',
      }),
    },
    uses: [describeInstance],
    wait: ({ instanceId }, options) => waitForInstance({ instanceId, state: 'stopped' }, options),
  }),
);
