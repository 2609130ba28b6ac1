export { openRecord } from './open-record.js';
export { type DownloadTarget, openTarget } from './open-target.js';
export type { CompletedPart, NumberedPart, UploadRecord, WholeObject } from './uploads/index.js';
