export type { DirectoryProgress } from './directory-progress.js';
export type { DirectoryTransfer, FailedFile, SkippedFile } from './directory-transfer.js';
export {
  type ActionReason,
  actionReasons,
  type FileAction,
  fileActions,
  type PlannedAction,
  type PlannedItem,
  type TransferAction,
} from './planned-item.js';
export type { FileResult, FileTransferSettings, TransferDestination, TransferJob } from './transfer-job.js';
export { directoryTimeoutMs, planOrRun, type TransferPlan } from './transfer-plan.js';
