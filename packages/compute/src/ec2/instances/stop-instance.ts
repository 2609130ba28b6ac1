import { type AwsInput, conflict, input, operation, type WaitableOperation, z } from '@arch/core/builder';
import { ec2, instanceId } from '@arch/services/ec2';
import { StopInstancesCommand } from '@aws-sdk/client-ec2';

import { describeInstance } from './describe-instance.js';
import type { Instance } from './instance.js';
import { instanceStateChange, type InstanceStateChange } from './instance-state-change.js';
import { waitForInstance } from './wait-for-instance.js';

export interface StopInstanceInput extends AwsInput {
  /** The ID of the instance, e.g. `i-0123456789abcdef0`. */
  readonly instanceId: string;
  /**
   * Whether AWS stops the instance even if the operating system does not shut down in time. Check the file systems afterwards. Default:
   * `false`.
   */
  readonly force?: boolean | undefined;
  /**
   * Whether the contents of the memory are saved, for an instance that was launched with hibernation enabled. If AWS cannot hibernate it,
   * it is stopped. Default: `false`.
   */
  readonly hibernate?: boolean | undefined;
  /** Whether AWS skips the shutdown of the operating system: data that is not yet written to disk is lost. Default: `false`. */
  readonly skipOsShutdown?: boolean | undefined;
}

/**
 * Stops a running instance; a stopped instance is not changed. With `wait: true` the call resolves with the stopped instance. AWS bills
 * only the volumes and Elastic IP addresses of a stopped instance. Data on instance store volumes is lost.
 *
 * @example
 * await stopInstance({ instanceId: 'i-0123456789abcdef0', hibernate: true }, { wait: true });
 * @throws {NotFoundError} there is no such instance in this region.
 * @throws {ConflictError} the state does not allow a stop, stop protection is enabled, or the instance does not support stop or hibernation.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StopInstances.html
 */
export const stopInstance: WaitableOperation<
  string | StopInstanceInput,
  InstanceStateChange,
  Instance,
  { on: 'instanceId' }
> = operation(() => ({
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
  batch: { limit: 100, ids: 'InstanceIds', items: (response) => response.StoppingInstances, id: 'InstanceId' },
  errors: {
    UnsupportedOperation: conflict({
      resource: 'instance',
      member: 'instanceId',
      remedy: 'An instance with an instance store root volume, or of a one-time Spot request, can only be terminated.',
    }),
  },
  uses: [describeInstance],
  wait: ({ instanceId }, options) => waitForInstance({ instanceId, state: 'stopped' }, options),
}));
