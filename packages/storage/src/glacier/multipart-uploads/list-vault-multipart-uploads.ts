import { input, listOperation, type ListOperation } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { ListMultipartUploadsCommand } from '@aws-sdk/client-glacier';

import { toVault, type VaultReference, vaultReference } from '../vault-reference.js';
import { vaultMultipartUpload, type VaultMultipartUpload } from './vault-multipart-upload.js';

export interface ListVaultMultipartUploadsInput extends VaultReference {}

/**
 * Lists the multipart uploads to a vault that are in progress, in no particular order, up to 50 per request. The older Glacier service with its
 * vaults is closed to new customers since December 2025.
 *
 * @example
 * for await (const { uploadId } of listVaultMultipartUploads({ vaultName: 'photos' })) {
 *   await abortVaultMultipartUpload({ vaultName: 'photos', uploadId });
 * }
 * @throws {NotFoundError} there is no such vault in this region.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-multipart-list-uploads.html
 */
export const listVaultMultipartUploads: ListOperation<
  ListVaultMultipartUploadsInput,
  VaultMultipartUpload,
  { on: 'vaultName' }
> = listOperation(() => ({
  name: 'listVaultMultipartUploads',
  service: glacier,
  command: ListMultipartUploadsCommand,
  permissions: [{ action: 'glacier:ListMultipartUploads', resources: ['vault'] }],
  input: input<ListVaultMultipartUploadsInput>(vaultReference()),
  item: vaultMultipartUpload(),
  items: ({ UploadsList }) => UploadsList,
  request: toVault,
  pages: { token: 'marker', next: 'Marker', size: { member: 'limit', least: 1, most: 50 } },
}));
