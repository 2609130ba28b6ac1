import { type CallOptions, checkAwsMembers, type TaskSteps } from '@arch/core/builder';
import { RunInstancesCommand } from '@aws-sdk/client-ec2';

import { settleImage } from '../../settle-image.js';
import { describeImage, findLatestImage } from '../../images/index.js';
import type { Instance } from '../index.js';
import { launchInstances } from './launch-instances.js';
import type { LaunchInput } from './launch-input.js';

/** How many instances to launch: AWS launches as many as it can, from the least to the most, or none. */
export interface LaunchCount {
  readonly minCount: number;
  readonly maxCount: number;
}

/** Settles the image and its volumes, then launches. */
export const launch = async (
  { image: wanted, volumes = [], encryptVolumes = true, ...rest }: LaunchInput,
  count: LaunchCount,
  options: CallOptions,
  { making }: TaskSteps,
): Promise<readonly Instance[]> => {
  checkAwsMembers('runInstances', RunInstancesCommand, rest.aws);
  const settled = await settleImage({ image: wanted, volumes, encryptVolumes }, (image) =>
    typeof image === 'string' ? describeImage(image, options) : findLatestImage(image, options),
  );
  const launched = launchInstances({ ...rest, ...count, ...settled }, options);
  return making('it may have been launched: listInstances shows it', launched);
};
