import { type AwsInput, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { TerminateInstancesCommand } from '@aws-sdk/client-ec2';

import { describeInstance } from './describe-instance.js';
import type { Instance } from './instance.js';
import { instanceStateChange, type InstanceStateChange } from './instance-state-change.js';
import { waitForInstance } from './wait-for-instance.js';

export interface TerminateInstanceInput extends AwsInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /** Whether AWS terminates the instance even if the operating system does not shut down in time. Default: `false`. */
  readonly force?: boolean | undefined;
  /** Whether AWS skips the shutdown of the operating system: data that is not yet written to disk is lost. Default: `false`. */
  readonly skipOsShutdown?: boolean | undefined;
}

/**
 * Terminates an instance permanently and deletes the volumes with `deleteOnTermination`, by default those of the launch. A terminated
 * instance is not changed. With `wait: true` the call resolves with the terminated instance, or with `undefined` if EC2
 * does not know it any more: EC2 describes it for about an hour.
 *
 * @example
 * await terminateInstance('i-0123456789abcdef0', { wait: true });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} termination protection is enabled: `modifyInstance` with `disableApiTermination: false` disables it.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TerminateInstances.html
 */
export const terminateInstance: WaitableOperation<
  string | TerminateInstanceInput,
  InstanceStateChange,
  Instance | undefined,
  { on: 'instanceId' }
> = operation(() => ({
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
  // If one instance is protected, AWS also keeps the others in its Availability Zone. The others are then sent again.
  batch: { limit: 100, ids: 'InstanceIds', items: (response) => response.TerminatingInstances, id: 'InstanceId' },
  uses: [describeInstance],
  wait: ({ instanceId }, options) => waitForInstance({ instanceId, state: 'terminated' }, options),
}));
