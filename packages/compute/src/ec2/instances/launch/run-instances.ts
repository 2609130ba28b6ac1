import {
  addNote,
  type CallOptions,
  input,
  task,
  type WaitableOperation,
  type WaitOptions,
  z,
} from '@arch/core/builder';

import { describeImage, findLatestImage } from '../../images/index.js';
import { describeInstance, type Instance, waitForInstance } from '../index.js';
import { launchChecks, launchFields, type LaunchInput } from './launch-input.js';
import { launchInstances } from './launch-instances.js';
import { launch } from './launch.js';

export interface RunInstancesInput extends LaunchInput {
  /** The number of instances, 1–1,000 and within the quota of the account. */
  readonly count: number;
  /** The minimum number of instances, 1–1,000. If AWS cannot launch as many, it launches none. Default: `count`. */
  readonly minCount?: number | undefined;
}

/**
 * Launches several identical instances in one request. By default, IMDSv2 is required and volumes are encrypted. With `wait: true` the call
 * resolves with the running instances. A retry never launches further instances.
 *
 * @example
 * const workers = await runInstances({ image: { os: 'ubuntu-24.04' }, instanceType: 't3.small', count: 4, market: 'spot' }, { wait: true });
 * @throws {CapacityError} AWS does not have enough capacity for `minCount` instances now.
 * @throws {QuotaExceededError} the account has reached its quota of vCPUs or Spot Instances.
 * @throws {NotFoundError} the image, key pair, subnet or security group does not exist in this region.
 * @throws {WaitError} a launch failed during the wait; the message contains the IDs of all launched instances.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
 */
export const runInstances: WaitableOperation<
  RunInstancesInput,
  readonly Instance[],
  readonly Instance[],
  {
    on: 'groupId' | 'imageId' | 'instanceId' | 'keyName' | 'networkInterfaceId' | 'roleArn' | 'subnetId' | 'volumeId';
    with: 'iamInstanceProfile' | 'tags';
  }
> = task(() => ({
  name: 'runInstances',
  input: input<RunInstancesInput>({
    ...launchFields(),
    count: instanceCount(),
    minCount: z.optional(instanceCount()),
  }).check(
    ...launchChecks(),
    z.refine(({ count, minCount = count }) => minCount <= count, 'a minCount that is not greater than count'),
  ),
  uses: [describeImage, findLatestImage, launchInstances, describeInstance],
  run: ({ count, minCount = count, ...launchInput }, options, steps) =>
    launch(launchInput, { minCount, maxCount: count }, options, steps),
  wait: waitForAll,
}));

const instanceCount = (): z.ZodMiniType<number> => z.int().check(z.gte(1), z.lte(1_000));

const waitForAll = async (
  instances: readonly Instance[],
  options: CallOptions & WaitOptions,
): Promise<readonly Instance[]> => {
  try {
    return await Promise.all(
      instances.map(({ instanceId }) => waitForInstance({ instanceId, state: 'running' }, options)),
    );
  } catch (error) {
    throw addNote(error, `Launched instances: ${instances.map(({ instanceId }) => instanceId).join(', ')}.`);
  }
};
