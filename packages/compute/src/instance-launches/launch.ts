import { type CallOptions, checkAwsMembers } from '@arch/core/builder';
import { RunInstancesCommand } from '@aws-sdk/client-ec2';

import { describeImage, findLatestImage, type Image } from '../images/index.js';
import type { Instance } from '../instances/index.js';
import { launchInstances } from './launch-instances.js';
import type { LaunchInput } from './launch-input.js';
import { toBlockDevice, type VolumeInput } from './volume-input.js';

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
): Promise<readonly Instance[]> => {
  checkAwsMembers('runInstances', RunInstancesCommand, rest.aws);
  const image = wanted === undefined ? undefined : await findImage(wanted, options);
  return launchInstances(
    {
      ...rest,
      ...count,
      imageId: image?.imageId,
      blockDeviceMappings: blockDevices({ image, volumes, encryptVolumes }),
    },
    options,
  );
};

const findImage = (wanted: NonNullable<LaunchInput['image']>, options: CallOptions): Promise<Image> =>
  typeof wanted === 'string' ? describeImage(wanted, options) : findLatestImage(wanted, options);

interface Volumes {
  readonly image: Image | undefined;
  readonly volumes: readonly VolumeInput[];
  readonly encryptVolumes: boolean;
}

/** The volumes that the caller names, and those of the image that have to be named to be encrypted. */
const blockDevices = ({ image, volumes, encryptVolumes }: Volumes): readonly object[] => {
  const named = volumes.map((volume) => ({ ...volume, deviceName: volume.deviceName ?? image?.rootDeviceName }));
  const taken = new Set(named.map(({ deviceName }) => deviceName));
  const ofImage = (image?.blockDeviceMappings ?? []).filter(
    ({ deviceName, sizeGiB }) => encryptVolumes && sizeGiB !== undefined && !taken.has(deviceName),
  );
  return [
    ...ofImage.map(({ deviceName, sizeGiB }) => ({
      DeviceName: deviceName,
      Ebs: { Encrypted: true, VolumeSize: sizeGiB },
    })),
    ...named.map((volume) =>
      toBlockDevice({ ...volume, sizeGiB: volume.sizeGiB ?? sizeInImage(image, volume.deviceName) }),
    ),
  ];
};

const sizeInImage = (image: Image | undefined, deviceName: string | undefined): number | undefined =>
  image?.blockDeviceMappings.find((device) => device.deviceName === deviceName)?.sizeGiB;
