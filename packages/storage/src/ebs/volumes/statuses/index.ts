export { describeVolumeStatus, type DescribeVolumeStatusInput } from './describe-volume-status.js';
export { listVolumeStatuses, type ListVolumeStatusesInput } from './list-volume-statuses.js';
export {
  type VolumeStatus,
  type VolumeStatusAction,
  type VolumeStatusDetail,
  type VolumeStatusEvent,
  volumeStatusSummaries,
  type VolumeStatusSummary,
} from './volume-status.js';
