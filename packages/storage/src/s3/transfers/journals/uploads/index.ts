export type { CompletedPart, WholeObject } from './upload-entry.js';
export { type NumberedPart, openUploadRecord, type UploadRecord } from './upload-record.js';
