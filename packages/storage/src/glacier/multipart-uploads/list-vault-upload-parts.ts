import { input, listOperation, type ListOperation } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { ListPartsCommand } from '@aws-sdk/client-glacier';

import { toVault } from '../vault-reference.js';
import { type VaultUploadReference, vaultUploadReference } from '../vault-upload-reference.js';
import { vaultUploadPart, type VaultUploadPart } from './vault-upload-part.js';

export interface ListVaultUploadPartsInput extends VaultUploadReference {}

/**
 * Lists the uploaded parts of a multipart upload to a vault in the order of their ranges, up to 50 per request. The older Glacier service with
 * its vaults is closed to new customers since December 2025.
 *
 * @example
 * const parts = await listVaultUploadParts({ vaultName: 'photos', uploadId }).toArray();
 * @throws {NotFoundError} there is no such vault in this region, or no such upload in it: it is completed or aborted.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-multipart-list-parts.html
 */
export const listVaultUploadParts: ListOperation<ListVaultUploadPartsInput, VaultUploadPart, { on: 'vaultName' }> =
  listOperation(() => ({
    name: 'listVaultUploadParts',
    service: glacier,
    command: ListPartsCommand,
    permissions: [{ action: 'glacier:ListParts', resources: ['vault'] }],
    input: input<ListVaultUploadPartsInput>(vaultUploadReference()),
    item: vaultUploadPart(),
    items: ({ Parts }) => Parts,
    request: ({ uploadId, ...vault }) => ({ ...toVault(vault), uploadId }),
    pages: { token: 'marker', next: 'Marker', size: { member: 'limit', least: 1, most: 50 } },
  }));
