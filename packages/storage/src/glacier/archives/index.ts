export { deleteVaultArchive, type DeleteVaultArchiveInput } from './delete-vault-archive.js';
export {
  type DownloadedVaultArchive,
  downloadVaultArchive,
  type DownloadVaultArchiveInput,
} from './download-vault-archive.js';
export { readVaultArchive, type ReadVaultArchiveInput } from './read-vault-archive.js';
export { requestVaultArchive, type RequestVaultArchiveInput } from './request-vault-archive.js';
export type { ArchivePartSettings } from './retrieved-archive.js';
export type { VaultArchiveReference } from './vault-archive-reference.js';
