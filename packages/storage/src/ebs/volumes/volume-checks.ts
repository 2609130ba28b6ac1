import { z } from '@arch/core/builder';

import type { VolumeType } from './volume.js';

type Range = readonly [least: number, most: number];

/**
 * The sizes in GiB and the IOPS that EBS accepts, by volume type. A type that is not listed is one that AWS has added, and is not checked.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVolume.html
 */
const limits: Readonly<Record<string, { readonly sizeGiB: Range; readonly iops?: Range }>> = {
  gp3: { sizeGiB: [1, 65_536], iops: [3_000, 80_000] },
  gp2: { sizeGiB: [1, 16_384] },
  io2: { sizeGiB: [4, 65_536], iops: [100, 256_000] },
  io1: { sizeGiB: [4, 16_384], iops: [100, 64_000] },
  st1: { sizeGiB: [125, 16_384] },
  sc1: { sizeGiB: [125, 16_384] },
  standard: { sizeGiB: [1, 1_024] },
};

/** The members of an input that depend on the volume type. */
interface VolumeSettings {
  readonly volumeType?: VolumeType | undefined;
  readonly sizeGiB?: number | undefined;
  readonly iops?: number | undefined;
  readonly throughputMiBps?: number | undefined;
}

const rejectsIops = ['gp2', 'st1', 'sc1', 'standard'];

/** Checks size, IOPS and throughput against the limits of the volume type. Without a type and a default, AWS knows the type of the volume. */
export const volumeChecks = (defaultType?: VolumeType): z.Check<VolumeSettings>[] => [
  rangeCheck('sizeGiB', defaultType),
  rangeCheck('iops', defaultType),
  z.refine(
    ({ volumeType = defaultType, iops }) => iops === undefined || !rejectsIops.includes(volumeType ?? ''),
    'iops only with volumeType gp3, io1 or io2',
  ),
  z.refine(
    ({ volumeType = defaultType ?? 'gp3', throughputMiBps }) => throughputMiBps === undefined || volumeType === 'gp3',
    'throughputMiBps only with volumeType gp3',
  ),
];

const rangeCheck = (member: 'sizeGiB' | 'iops', defaultType: VolumeType | undefined): z.Check<VolumeSettings> => {
  const rangeOf = ({ volumeType = defaultType }: VolumeSettings): Range | undefined =>
    volumeType === undefined ? undefined : limits[volumeType]?.[member];
  return z.refine(
    (value) => {
      const [range, given] = [rangeOf(value), value[member]];
      return range === undefined || given === undefined || (given >= range[0] && given <= range[1]);
    },
    {
      path: [member],
      error: ({ input }) => {
        const value = input as VolumeSettings;
        return `${rangeOf(value)?.join('–')} for volumeType ${value.volumeType ?? defaultType}`;
      },
    },
  );
};
