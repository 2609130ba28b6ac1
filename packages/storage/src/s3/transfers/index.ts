export type { BandwidthSettings } from './bandwidths/index.js';
export { downloadFile, type DownloadedFile, type DownloadFileInput } from './download-file.js';
export { checksumAlgorithms, type ChecksumAlgorithm } from '../checksum-algorithm.js';
export { type AttributeSettings, type FileAttribute, fileAttributes } from './attributes/index.js';
export type { TransferProgress, TransferSettings } from '../transfer-progress.js';
export { uploadFile } from './upload-file.js';
export type { UploadBody, UploadContent } from '../upload-body.js';
export type { UploadedFile, UploadFileInput } from './upload-file-input.js';
export { checksumKinds, type ChecksumKind, type ChecksumSettings } from '../checksum-settings.js';
