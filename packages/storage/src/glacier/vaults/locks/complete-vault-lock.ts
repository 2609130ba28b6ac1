import { input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { glacier, glacierId } from '@arch/services/glacier';
import { CompleteVaultLockCommand } from '@aws-sdk/client-glacier';

import { toVault, type VaultReference, vaultReference } from '../../vault-reference.js';
import { vaultLockErrors } from './vault-lock-errors.js';

export interface CompleteVaultLockInput extends VaultReference {
  /** The ID from `initiateVaultLock`. */
  readonly lockId: string;
  /** `true` confirms that nobody, not even AWS, can change or remove the policy afterwards. */
  readonly confirmPermanentLock: true;
}

/**
 * Locks a vault for ever: its lock policy cannot be changed or removed any more, and a vault with archives that the policy protects costs money
 * until they may be deleted. Test the policy before. The older Glacier service with its vaults is closed to new customers since December 2025.
 *
 * @example
 * await completeVaultLock({ vaultName: 'photos', lockId, confirmPermanentLock: true });
 * @throws {NotFoundError} there is no such vault in this region, or it has no lock in progress.
 * @throws {ConflictError} the vault is already locked, with another lock ID.
 * @throws {InvalidRequestError} the lock ID is another one, or has expired.
 * @see https://docs.aws.amazon.com/amazonglacier/latest/dev/api-CompleteVaultLock.html
 */
export const completeVaultLock: Operation<CompleteVaultLockInput, void, { on: 'vaultName' }> = operation(() => ({
  name: 'completeVaultLock',
  service: glacier,
  command: CompleteVaultLockCommand,
  // AWS accepts the lock ID of a locked vault again.
  repeatable: true,
  permissions: [{ action: 'glacier:CompleteVaultLock', resources: ['vault'] }],
  input: input<CompleteVaultLockInput>({
    ...vaultReference(),
    lockId: glacierId(),
    confirmPermanentLock: z.literal(true),
  }),
  output: noOutput(),
  errors: vaultLockErrors('The vault is already locked, with another lock ID.'),
  request: ({ lockId, ...vault }) => ({ ...toVault(vault), lockId }),
}));
