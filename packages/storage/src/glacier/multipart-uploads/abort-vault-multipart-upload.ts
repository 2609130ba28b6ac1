import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { AbortMultipartUploadCommand } from '@aws-sdk/client-glacier';

import { type VaultUploadReference, vaultUploadReference } from '../vault-upload-reference.js';

export interface AbortVaultMultipartUploadInput extends VaultUploadReference {}

/**
 * Aborts a multipart upload to a vault: Glacier deletes its parts. For a short time, a repeated call succeeds. `uploadVaultArchive` aborts its
 * own upload if it fails. The older Glacier service with its vaults is closed to new customers since December 2025.
 *
 * @example
 * await abortVaultMultipartUpload({ vaultName: 'photos', uploadId });
 * @throws {NotFoundError} there is no such vault in this region, or no such upload in it: it is completed or aborted.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-multipart-abort-upload.html
 */
export const abortVaultMultipartUpload: Operation<AbortVaultMultipartUploadInput, void, { on: 'vaultName' }> =
  operation(() => ({
    name: 'abortVaultMultipartUpload',
    service: glacier,
    command: AbortMultipartUploadCommand,
    permissions: [{ action: 'glacier:AbortMultipartUpload', resources: ['vault'] }],
    input: input<AbortVaultMultipartUploadInput>(vaultUploadReference()),
    output: noOutput(),
  }));
