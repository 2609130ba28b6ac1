import type { ImageQuery } from './image-query.js';
import { toBlockDevice, type VolumeInput } from './volume-input.js';

/** An image that a launch, or a template for launches, is to use, with the volumes beside its own. */
export interface WantedImage {
  readonly image: string | ImageQuery | undefined;
  readonly volumes: readonly VolumeInput[];
  readonly encryptVolumes: boolean;
}

/** What is used of an image that was found. */
interface FoundImage {
  readonly imageId: string;
  readonly rootDeviceName?: string | undefined;
  readonly blockDeviceMappings: readonly {
    readonly deviceName?: string | undefined;
    readonly sizeGiB?: number | undefined;
  }[];
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
  find: (wanted: string | ImageQuery) => Promise<FoundImage>,
): Promise<SettledImage> => {
  const image = wanted === undefined ? undefined : await find(wanted);
  return { imageId: image?.imageId, blockDeviceMappings: blockDevices({ image, volumes, encryptVolumes }) };
};

interface Volumes {
  readonly image: FoundImage | undefined;
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

const sizeInImage = (image: FoundImage | undefined, deviceName: string | undefined): number | undefined =>
  image?.blockDeviceMappings.find((device) => device.deviceName === deviceName)?.sizeGiB;
