export type { CompletedPart, WholeObject } from './upload-entry.js';
export type { FileIdentity } from './upload-head.js';
export { type NumberedPart, openUploadRecord, type UploadRecord } from './upload-record.js';
