import type { LayerSamples } from '@arch/contract';

const volumeId = 'vol-0123456789abcdef0';
const modification = {
  VolumeId: volumeId,
  ModificationState: 'completed',
  Progress: 100,
  StartTime: '2026-11-01T10:00:00Z',
  OriginalSize: 20,
  TargetSize: 40,
};

/** One valid input per function, one valid response per AWS operation. */
export const ebsSamples: LayerSamples = {
  inputs: {
    describeVolumeModification: volumeId,
    describeVolumeStatus: volumeId,
    listVolumeModifications: {},
    listVolumeStatuses: {},
    modifyVolume: { volumeId, sizeGiB: 40 },
    waitForVolumeModification: { volumeId, state: 'completed' },
  },
  answers: {
    DescribeVolumesModifications: { VolumesModifications: [modification] },
    DescribeVolumeStatus: {
      VolumeStatuses: [{ VolumeId: volumeId, VolumeStatus: { Status: 'ok', Details: [] } }],
    },
    ModifyVolume: { VolumeModification: modification },
  },
};
