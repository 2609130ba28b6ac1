import { type AwsInput, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { TerminateInstancesCommand } from '@aws-sdk/client-ec2';

import { describeInstance } from './describe-instance.js';
import { type Instance, instanceId } from './instance.js';
import { instanceStateChange, type InstanceStateChange } from './instance-state-change.js';
import { waitForInstance } from './wait-for-instance.js';

export interface TerminateInstanceInput extends AwsInput {
  /** e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** Cuts it off where the operating system does not shut down in time. Default `false`. */
  readonly force?: boolean | undefined;
  /** Does not let the operating system shut down: what it has not written is lost. Default `false`. */
  readonly skipOsShutdown?: boolean | undefined;
}

/**
 * Terminates an instance for good, with the volumes that are marked to go with it: by default those that it was launched with. One that
 * is terminated already is left alone. With `wait: true` it resolves with the terminated instance, which AWS forgets after about an hour.
 *
 * @example
 * await terminateInstance('i-0123456789abcdef0', { wait: true });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} it is protected from termination: `modifyInstance` with `disableApiTermination: false` lifts that.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TerminateInstances.html
 */
export const terminateInstance: WaitableOperation<string | TerminateInstanceInput, InstanceStateChange, Instance> =
  operation(() => ({
    name: 'terminateInstance',
    service: ec2,
    command: TerminateInstancesCommand,
    permissions: [{ action: 'ec2:TerminateInstances', resources: ['instance'] }],
    key: 'instanceId',
    input: input<TerminateInstanceInput>({
      instanceId: instanceId(),
      force: z.optional(z.boolean()),
      skipOsShutdown: z.optional(z.boolean()),
    }),
    output: instanceStateChange(),
    deletes: false,
    // One protected instance keeps others of its Availability Zone alive: they are sent again, which does the rest no harm.
    batch: { limit: 100, ids: 'InstanceIds', items: (answer) => answer.TerminatingInstances, id: 'InstanceId' },
    uses: [describeInstance],
    wait: ({ instanceId }, options) => waitForInstance({ instanceId, state: 'terminated' }, options),
  }));
