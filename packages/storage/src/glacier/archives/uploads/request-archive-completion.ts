import { input, operation, type Operation, text, z } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { CompleteMultipartUploadCommand } from '@aws-sdk/client-glacier';

import { toVault } from '../../vault-reference.js';
import { type VaultUploadReference, vaultUploadReference } from '../../vault-upload-reference.js';
import { uploadedVaultArchive, type UploadedVaultArchive } from './uploaded-vault-archive.js';

interface ArchiveCompletion extends VaultUploadReference {
  readonly sizeBytes: number;
  /** The SHA-256 tree hash of the whole archive. */
  readonly checksum: string;
}

/**
 * Completes a multipart upload. For a short time, a repeated request returns the same archive.
 * https://docs.aws.amazon.com/amazonglacier/latest/dev/api-multipart-complete-upload.html
 */
export const requestArchiveCompletion: Operation<ArchiveCompletion, UploadedVaultArchive> = operation(() => ({
  service: glacier,
  command: CompleteMultipartUploadCommand,
  repeatable: true,
  permissions: [{ action: 'glacier:CompleteMultipartUpload', resources: ['vault'] }],
  input: input<ArchiveCompletion>({ ...vaultUploadReference(), sizeBytes: z.int(), checksum: text(64, 64) }),
  output: uploadedVaultArchive(),
  request: ({ uploadId, sizeBytes, ...vault }) => ({ ...toVault(vault), uploadId, archiveSize: String(sizeBytes) }),
}));
