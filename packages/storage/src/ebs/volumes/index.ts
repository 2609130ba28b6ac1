export { attachVolume, type AttachVolumeInput } from './attach-volume.js';
export type { AttachedVolume } from './attached-volume.js';
export { createVolume, type CreateVolumeInput } from './create-volume.js';
export { type DeletedVolume, deleteVolume, type DeleteVolumeInput } from './delete-volume.js';
export { describeVolume, type DescribeVolumeInput } from './describe-volume.js';
export { detachVolume, type DetachVolumeInput } from './detach-volume.js';
export { listVolumes, type ListVolumesInput } from './list-volumes.js';
export {
  type Volume,
  type VolumeAttachment,
  type VolumeState,
  volumeStates,
  type VolumeType,
  volumeTypes,
} from './volume.js';
export { type VolumeGoal, volumeGoals, waitForVolume, type WaitForVolumeInput } from './wait-for-volume.js';
