import { type CallOptions, checkAwsMembers, type TaskSteps } from '@arch/core/builder';
import { RunInstancesCommand } from '@aws-sdk/client-ec2';

import { resolveImage } from '../../resolve-image.js';
import { describeImage, findLatestImage } from '../../images/index.js';
import type { Instance } from '../index.js';
import { launchInstances } from './launch-instances.js';
import type { LaunchInput } from './launch-input.js';

/** The number of instances: AWS launches as many as it can, from `minCount` to `maxCount`, or none. */
export interface LaunchCount {
  /** The minimum number of instances. */
  readonly minCount: number;
  /** The maximum number of instances. */
  readonly maxCount: number;
}

/** Finds the image, then launches instances. */
export const launch = async (
  { image: wanted, volumes = [], encryptVolumes = true, ...rest }: LaunchInput,
  count: LaunchCount,
  options: CallOptions,
  { making }: TaskSteps,
): Promise<readonly Instance[]> => {
  checkAwsMembers('runInstances', RunInstancesCommand, rest.aws);
  const resolved = await resolveImage({ image: wanted, volumes, encryptVolumes }, (image) =>
    typeof image === 'string' ? describeImage(image, options) : findLatestImage(image, options),
  );
  const launched = launchInstances({ ...rest, ...count, ...resolved }, options);
  return making('instances may have been launched: listInstances shows them', launched);
};
