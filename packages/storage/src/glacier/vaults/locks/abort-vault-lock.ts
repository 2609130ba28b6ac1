import { input, noOutput, operation, type Operation } from '@arch/core/builder';
import { glacier } from '@arch/services/glacier';
import { AbortVaultLockCommand } from '@aws-sdk/client-glacier';

import { type VaultReference, vaultReference } from '../../vault-reference.js';
import { vaultLockErrors } from './vault-lock-errors.js';

export interface AbortVaultLockInput extends VaultReference {}

/**
 * Removes a lock policy that is not yet permanent. A vault without a lock in progress is no error. The older Glacier service with its vaults is
 * closed to new customers since December 2025.
 *
 * @example
 * await abortVaultLock('photos');
 * @throws {NotFoundError} there is no such vault in this region.
 * @throws {ConflictError} the vault is locked: its policy is permanent.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-AbortVaultLock.html
 */
export const abortVaultLock: Operation<string | AbortVaultLockInput, void, { on: 'vaultName' }> = operation(() => ({
  name: 'abortVaultLock',
  service: glacier,
  command: AbortVaultLockCommand,
  permissions: [{ action: 'glacier:AbortVaultLock', resources: ['vault'] }],
  key: 'vaultName',
  input: input<AbortVaultLockInput>(vaultReference()),
  output: noOutput(),
  errors: vaultLockErrors('A completed vault lock is permanent.'),
}));
