export { abortVaultMultipartUpload, type AbortVaultMultipartUploadInput } from './abort-vault-multipart-upload.js';
export { listVaultMultipartUploads, type ListVaultMultipartUploadsInput } from './list-vault-multipart-uploads.js';
export { listVaultUploadParts, type ListVaultUploadPartsInput } from './list-vault-upload-parts.js';
export type { VaultMultipartUpload } from './vault-multipart-upload.js';
export type { VaultUploadPart } from './vault-upload-part.js';

export type { VaultUploadReference } from '../vault-upload-reference.js';
