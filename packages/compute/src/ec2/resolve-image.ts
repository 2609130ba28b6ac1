import type { ImageQuery } from './image-query.js';
import { toBlockDevice, type VolumeInput } from './volume-input.js';

/** The image of a launch or launch template, and the volumes in addition to those of the image. */
export interface ImageAndVolumes {
  /** The ID of the image, or a query. */
  readonly image: string | ImageQuery | undefined;
  /** Volumes in addition to those of the image. */
  readonly volumes: readonly VolumeInput[];
  /** Whether the volumes of the image are encrypted. */
  readonly encryptVolumes: boolean;
}

/** The members of a described image that are used here. */
interface FoundImage {
  readonly imageId: string;
  readonly rootDeviceName?: string | undefined;
  readonly blockDeviceMappings: readonly {
    readonly deviceName?: string | undefined;
    readonly sizeGiB?: number | undefined;
  }[];
}

/** The image and the volumes of a request. */
export interface ResolvedImage {
  /** The ID of the image. Absent without an image. */
  readonly imageId: string | undefined;
  /** The volumes in AWS's form. */
  readonly blockDeviceMappings: readonly object[];
}

/** Finds the image and lists the volumes of the request. AWS encrypts a volume of the image only if the request contains it. */
export const resolveImage = async (
  { image: wanted, volumes, encryptVolumes }: ImageAndVolumes,
  find: (wanted: string | ImageQuery) => Promise<FoundImage>,
): Promise<ResolvedImage> => {
  const image = wanted === undefined ? undefined : await find(wanted);
  return { imageId: image?.imageId, blockDeviceMappings: blockDevices({ image, volumes, encryptVolumes }) };
};

interface Volumes {
  readonly image: FoundImage | undefined;
  readonly volumes: readonly VolumeInput[];
  readonly encryptVolumes: boolean;
}

/** The caller's volumes, and the volumes of the image that are to be encrypted. */
const blockDevices = ({ image, volumes, encryptVolumes }: Volumes): readonly object[] => {
  const own = volumes.map((volume) => ({ ...volume, deviceName: volume.deviceName ?? image?.rootDeviceName }));
  const taken = new Set(own.map(({ deviceName }) => deviceName));
  const ofImage = (image?.blockDeviceMappings ?? []).filter(
    ({ deviceName, sizeGiB }) => encryptVolumes && sizeGiB !== undefined && !taken.has(deviceName),
  );
  return [
    ...ofImage.map(({ deviceName, sizeGiB }) => ({
      DeviceName: deviceName,
      Ebs: { Encrypted: true, VolumeSize: sizeGiB },
    })),
    ...own.map((volume) =>
      toBlockDevice({ ...volume, sizeGiB: volume.sizeGiB ?? sizeInImage(image, volume.deviceName) }),
    ),
  ];
};

const sizeInImage = (image: FoundImage | undefined, deviceName: string | undefined): number | undefined =>
  image?.blockDeviceMappings.find((device) => device.deviceName === deviceName)?.sizeGiB;
