import type { LayerSamples } from '@arch/contract';

const volumeId = 'vol-0123456789abcdef0';
const snapshotId = 'snap-0123456789abcdef0';
const volume = {
  VolumeId: volumeId,
  State: 'available',
  Size: 20,
  VolumeType: 'gp3',
  AvailabilityZone: 'eu-west-1a',
  CreateTime: '2026-11-01T10:00:00Z',
  Encrypted: true,
};
const snapshot = {
  SnapshotId: snapshotId,
  VolumeId: volumeId,
  State: 'completed',
  Progress: '100%',
  StartTime: '2026-11-01T10:00:00Z',
  VolumeSize: 20,
  Encrypted: true,
};
const attachment = { VolumeId: volumeId, InstanceId: 'i-0123456789abcdef0', Device: '/dev/sdf', State: 'attaching' };

/** One valid input per function, one valid response per AWS operation. */
export const volumesSamples: LayerSamples = {
  inputs: {
    attachVolume: { volumeId, instanceId: 'i-0123456789abcdef0', device: '/dev/sdf' },
    createSnapshot: volumeId,
    createVolume: { availabilityZone: 'eu-west-1a', sizeGiB: 20 },
    deleteSnapshot: snapshotId,
    deleteVolume: volumeId,
    describeSnapshot: snapshotId,
    describeVolume: volumeId,
    detachVolume: volumeId,
    listSnapshots: {},
    listVolumes: {},
    waitForSnapshot: { snapshotId, state: 'completed' },
    waitForVolume: { volumeId, state: 'available' },
  },
  answers: {
    AttachVolume: attachment,
    CreateSnapshot: snapshot,
    CreateVolume: volume,
    DeleteSnapshot: {},
    DeleteVolume: {},
    DescribeSnapshots: { Snapshots: [snapshot] },
    DescribeVolumes: { Volumes: [volume] },
    DetachVolume: { ...attachment, State: 'detaching' },
  },
};
