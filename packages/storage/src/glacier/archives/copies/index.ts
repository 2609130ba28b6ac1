export { copyVaultToBucket } from './copy-vault-to-bucket.js';
export type { CopyVaultToBucketInput } from './copy-vault-to-bucket-input.js';
export type { CopiedArchive, FailedArchive, SkippedArchive, VaultCopy, VaultCopyProgress } from './vault-copy.js';
