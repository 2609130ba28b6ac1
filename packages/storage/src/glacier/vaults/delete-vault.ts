import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { DeleteVaultCommand } from '@aws-sdk/client-glacier';

import { type VaultReference, vaultReference } from '../vault-reference.js';

export interface DeleteVaultInput extends VaultReference {}

/**
 * Deletes a vault of the older Glacier service, which is closed to new customers since December 2025. AWS deletes a vault only if its last
 * inventory contains no archive and nothing was written since: after the last `deleteVaultArchive` that takes about a day. A vault that does not
 * exist any more is no error.
 *
 * @example
 * await deleteVault('photos');
 * @throws {ConflictError} the vault contains archives, or was written to since its last inventory.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-vault-delete.html
 */
export const deleteVault: Operation<string | DeleteVaultInput, void, { on: 'vaultName' }> = operation(() => ({
  name: 'deleteVault',
  service: glacier,
  command: DeleteVaultCommand,
  permissions: [{ action: 'glacier:DeleteVault', resources: ['vault'] }],
  key: 'vaultName',
  input: input<DeleteVaultInput>(vaultReference()),
  output: noOutput(),
  deletes: true,
}));
