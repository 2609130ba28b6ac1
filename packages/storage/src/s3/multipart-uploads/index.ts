export { abortMultipartUpload, type AbortMultipartUploadInput } from './abort-multipart-upload.js';
export {
  completeMultipartUpload,
  type CompleteMultipartUploadInput,
  type CompletedMultipartUpload,
} from './complete-multipart-upload.js';
export { createMultipartUpload } from './create-multipart-upload.js';
export type { CreatedMultipartUpload, CreateMultipartUploadInput } from '../request-multipart-upload.js';
export { listMultipartUploads, type ListMultipartUploadsInput } from './list-multipart-uploads.js';
export { listParts, type ListPartsInput } from './list-parts.js';
export type { ListedPart } from './listed-part.js';
export type { MultipartUpload, MultipartUploadReference } from './multipart-upload.js';
export { uploadPart, type UploadPartInput } from './upload-part.js';
export { uploadPartCopy, type UploadPartCopyInput } from './upload-part-copy.js';
export type { PartChecksums, UploadedPart } from './uploaded-part.js';
