export { describeVolumeModification, type DescribeVolumeModificationInput } from './describe-volume-modification.js';
export { listVolumeModifications, type ListVolumeModificationsInput } from './list-volume-modifications.js';
export { modifyVolume, type ModifyVolumeInput } from './modify-volume.js';
export {
  type VolumeModification,
  type VolumeModificationState,
  volumeModificationStates,
} from './volume-modification.js';
export {
  type VolumeModificationGoal,
  volumeModificationGoals,
  waitForVolumeModification,
  type WaitForVolumeModificationInput,
} from './wait-for-volume-modification.js';
