import type { CallOptions } from '@arch/core/builder';

import { describeImage, findLatestImage, type Image } from '../images/index.js';
import type { ImageQuery } from './image-query.js';
import { toBlockDevice, type VolumeInput } from './volume-input.js';

/** An image that a launch, or a template for launches, is to use, with the volumes beside its own. */
export interface WantedImage {
  readonly image: string | ImageQuery | undefined;
  readonly volumes: readonly VolumeInput[];
  readonly encryptVolumes: boolean;
}

/** What AWS has to be told of it. */
export interface SettledImage {
  readonly imageId: string | undefined;
  /** In AWS's words. */
  readonly blockDeviceMappings: readonly object[];
}

/** Finds the image and settles its volumes: those that have to be encrypted have to be named. */
export const settleImage = async (
  { image: wanted, volumes, encryptVolumes }: WantedImage,
  options: CallOptions,
): Promise<SettledImage> => {
  const image = wanted === undefined ? undefined : await findImage(wanted, options);
  return { imageId: image?.imageId, blockDeviceMappings: blockDevices({ image, volumes, encryptVolumes }) };
};

const findImage = (wanted: string | ImageQuery, options: CallOptions): Promise<Image> =>
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
