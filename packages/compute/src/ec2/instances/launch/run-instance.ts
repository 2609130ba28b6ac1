import { input, task, type WaitableOperation } from '@arch/core/builder';

import { describeImage, findLatestImage } from '../../images/index.js';
import { describeInstance, type Instance, waitForInstance } from '../index.js';
import { launchChecks, launchFields, type LaunchInput } from './launch-input.js';
import { launchInstances } from './launch-instances.js';
import { launch } from './launch.js';

export interface RunInstanceInput extends LaunchInput {}

/**
 * Launches one instance. By default, IMDSv2 is required and volumes are encrypted. With `wait: true` the call resolves with the running
 * instance. A retry never launches a second instance. AWS bills the instance from its start until it is stopped or terminated.
 *
 * @example
 * const instance = await runInstance({ image: { os: 'amazon-linux-2023' }, instanceType: 't3.micro', tags: { Name: 'web' } }, { wait: true });
 * @throws {CapacityError} AWS does not have enough capacity for the instance type in the Availability Zone now.
 * @throws {QuotaExceededError} the account has reached its quota of vCPUs or Spot Instances.
 * @throws {NotFoundError} the image, key pair, subnet or security group does not exist in this region.
 * @throws {WaitError} the launch failed during the wait; the message contains AWS's reason.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
 */
export const runInstance: WaitableOperation<
  RunInstanceInput,
  Instance,
  Instance,
  {
    on: 'groupId' | 'imageId' | 'instanceId' | 'keyName' | 'networkInterfaceId' | 'roleArn' | 'subnetId' | 'volumeId';
    with: 'iamInstanceProfile' | 'tags';
  }
> = task(() => ({
  name: 'runInstance',
  input: input<RunInstanceInput>(launchFields()).check(...launchChecks()),
  uses: [describeImage, findLatestImage, launchInstances, describeInstance],
  run: async (launchInput, options, steps) => {
    const [instance] = await launch(launchInput, { minCount: 1, maxCount: 1 }, options, steps);
    return instance!;
  },
  wait: ({ instanceId }, options) => waitForInstance({ instanceId, state: 'running' }, options),
}));
