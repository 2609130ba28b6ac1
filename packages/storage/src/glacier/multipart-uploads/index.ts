export { abortVaultMultipartUpload, type AbortVaultMultipartUploadInput } from './abort-vault-multipart-upload.js';
export { listVaultMultipartUploads, type ListVaultMultipartUploadsInput } from './list-vault-multipart-uploads.js';
export { listVaultParts, type ListVaultPartsInput } from './list-vault-parts.js';
export type { VaultMultipartUpload, VaultMultipartUploadReference } from './vault-multipart-upload.js';
export type { VaultPart } from './vault-part.js';
