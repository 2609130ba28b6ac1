export type { BlockTransferSettings } from './block-transfer-settings.js';
export { type DownloadedSnapshot, downloadSnapshot, type DownloadSnapshotInput } from './download-snapshot.js';
export { type BlockOfVolume, readSnapshot, type ReadSnapshotInput } from './read-snapshot.js';
export { uploadSnapshot, type UploadSnapshotInput } from './upload-snapshot.js';
export type { WrittenSnapshot } from './write-blocks.js';
export { writeSnapshot, type WriteSnapshotInput } from './write-snapshot.js';
