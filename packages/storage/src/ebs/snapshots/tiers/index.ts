export { describeSnapshotTierStatus, type DescribeSnapshotTierStatusInput } from './describe-snapshot-tier-status.js';
export { listSnapshotTierStatuses, type ListSnapshotTierStatusesInput } from './list-snapshot-tier-statuses.js';
export { type ArchivingSnapshot, modifySnapshotTier, type ModifySnapshotTierInput } from './modify-snapshot-tier.js';
export { restoreSnapshotTier, type RestoreSnapshotTierInput, type RestoringSnapshot } from './restore-snapshot-tier.js';
export {
  type SnapshotTierStatus,
  type TieringOperationStatus,
  tieringOperationStatuses,
} from './snapshot-tier-status.js';
export {
  type SnapshotTierGoal,
  snapshotTierGoals,
  waitForSnapshotTier,
  type WaitForSnapshotTierInput,
} from './wait-for-snapshot-tier.js';
