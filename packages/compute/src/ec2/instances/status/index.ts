export { describeInstanceStatus, type DescribeInstanceStatusInput } from './describe-instance-status.js';
export {
  type EventCode,
  eventCodes,
  statusSummaries,
  type InstanceStatus,
  type InstanceStatusEvent,
  type StatusSummary,
} from './instance-status.js';
export { listInstanceStatuses, type ListInstanceStatusesInput } from './list-instance-statuses.js';
