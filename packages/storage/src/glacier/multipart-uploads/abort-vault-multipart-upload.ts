import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { AbortMultipartUploadCommand } from '@aws-sdk/client-glacier';

import { toVault } from '../vault-reference.js';
import { type VaultMultipartUploadReference, vaultMultipartUploadReference } from './vault-multipart-upload.js';

export interface AbortVaultMultipartUploadInput extends VaultMultipartUploadReference {}

/**
 * Aborts a multipart upload to a vault; its parts can no longer be completed to an archive. The older Glacier service with its vaults is closed to
 * new customers since December 2025.
 *
 * @example
 * await abortVaultMultipartUpload({ vaultName: 'photos', uploadId });
 * @throws {NotFoundError} there is no such vault in this region, or no such upload: it is completed or aborted.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-multipart-abort-upload.html
 */
export const abortVaultMultipartUpload: Operation<AbortVaultMultipartUploadInput, void, { on: 'vaultName' }> =
  operation(() => ({
    name: 'abortVaultMultipartUpload',
    service: glacier,
    command: AbortMultipartUploadCommand,
    permissions: [{ action: 'glacier:AbortMultipartUpload', resources: ['vault'] }],
    input: input<AbortVaultMultipartUploadInput>(vaultMultipartUploadReference()),
    output: noOutput(),
    request: ({ uploadId, ...vault }) => ({ ...toVault(vault), uploadId }),
  }));
