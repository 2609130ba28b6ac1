import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { DeleteArchiveCommand } from '@aws-sdk/client-glacier';

import { type VaultArchiveReference, vaultArchiveReference } from './vault-archive-reference.js';

export interface DeleteVaultArchiveInput extends VaultArchiveReference {}

/**
 * Deletes an archive for ever. An archive that is already deleted is no error. An archive that is younger than 90 days costs the rest of that
 * time. The inventory contains the archive until AWS makes the next one. The older Glacier service with its vaults is closed to new customers
 * since December 2025.
 *
 * @example
 * await deleteVaultArchive({ vaultName: 'photos', archiveId });
 * @throws {NotFoundError} there is no such vault in this region.
 * @throws {AccessDeniedError} the lock policy of the vault denies it, or the credentials lack the permission.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-archive-delete.html
 */
export const deleteVaultArchive: Operation<DeleteVaultArchiveInput, void, { on: 'vaultName' }> = operation(() => ({
  name: 'deleteVaultArchive',
  service: glacier,
  command: DeleteArchiveCommand,
  permissions: [{ action: 'glacier:DeleteArchive', resources: ['vault'] }],
  input: input<DeleteVaultArchiveInput>(vaultArchiveReference()),
  output: noOutput(),
  deletes: true,
}));
