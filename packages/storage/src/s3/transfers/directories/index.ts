export { type Comparison, comparisons } from './comparisons/index.js';
export type { DeletionSettings } from './deletion-settings.js';
export { downloadDirectory, type DownloadDirectory, type DownloadDirectoryInput } from './download-directory.js';
export type { DirectorySettings } from './directory-settings.js';
export { type BucketPrefix, type PathPatterns, type SkipReason, skipReasons } from './files/index.js';
export {
  type ActionReason,
  actionReasons,
  type DirectoryProgress,
  type DirectoryTransfer,
  type FailedFile,
  type FileAction,
  type FileResult,
  fileActions,
  type PlannedAction,
  type SkippedFile,
  type TransferPlan,
} from './plans/index.js';
export { type SyncDirectory, syncDirectory } from './sync-directory.js';
export type { SyncDirectoryInput } from './sync-directory-input.js';
export { syncPrefix, type SyncPrefix } from './sync-prefix.js';
export type { SyncedObject, SyncPrefixInput } from './sync-prefix-input.js';
export { type UploadDirectory, uploadDirectory, type UploadDirectoryInput } from './upload-directory.js';
