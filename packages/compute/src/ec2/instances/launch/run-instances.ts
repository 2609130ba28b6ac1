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
  /** How many, 1–1,000 and within the account's quota. */
  readonly count: number;
  /** With fewer than these AWS launches none. Default: `count`. */
  readonly minCount?: number | undefined;
}

/**
 * Launches several equal instances in one request: IMDSv2 required, volumes encrypted, unless said otherwise. With `wait: true` it resolves
 * with the running instances. A retry never launches again.
 *
 * @example
 * const workers = await runInstances({ image: { os: 'ubuntu-24.04' }, instanceType: 't3.small', count: 4, market: 'spot' }, { wait: true });
 * @throws {CapacityError} AWS has no room for `minCount` of them now.
 * @throws {QuotaExceededError} the account's quota of vCPUs or spot instances is reached.
 * @throws {NotFoundError} the image, key pair, subnet or security group does not exist in this region.
 * @throws {WaitError} a launch failed on the way; the message says which instances there are.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
 */
export const runInstances: WaitableOperation<RunInstancesInput, readonly Instance[], readonly Instance[]> = task(
  () => ({
    name: 'runInstances',
    input: input<RunInstancesInput>({ ...launchFields(), count: counted(), minCount: z.optional(counted()) }).check(
      ...launchChecks(),
      z.refine(({ count, minCount = count }) => minCount <= count, 'a minCount of at most count'),
    ),
    uses: [describeImage, findLatestImage, launchInstances, describeInstance],
    run: ({ count, minCount = count, ...launchInput }, options, steps) =>
      launch(launchInput, { minCount, maxCount: count }, options, steps),
    wait: waitForAll,
  }),
);

const counted = (): z.ZodMiniType<number> => z.int().check(z.gte(1), z.lte(1_000));

const waitForAll = async (
  instances: readonly Instance[],
  options: CallOptions & WaitOptions,
): Promise<readonly Instance[]> => {
  try {
    return await Promise.all(
      instances.map(({ instanceId }) => waitForInstance({ instanceId, state: 'running' }, options)),
    );
  } catch (error) {
    throw addNote(error, `Launched were ${instances.map(({ instanceId }) => instanceId).join(', ')}.`);
  }
};
