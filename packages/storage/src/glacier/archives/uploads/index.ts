export type { NewVaultArchive } from './new-vault-archive.js';
export { uploadVaultArchive } from './upload-vault-archive.js';
export type { UploadVaultArchiveInput } from './upload-vault-archive-input.js';
export type { UploadedVaultArchive } from './uploaded-vault-archive.js';
