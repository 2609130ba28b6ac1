export { abortVaultLock, type AbortVaultLockInput } from './abort-vault-lock.js';
export { completeVaultLock, type CompleteVaultLockInput } from './complete-vault-lock.js';
export {
  getVaultLock,
  type GetVaultLockInput,
  type VaultLock,
  type VaultLockState,
  vaultLockStates,
} from './get-vault-lock.js';
export { type InitiatedVaultLock, initiateVaultLock, type InitiateVaultLockInput } from './initiate-vault-lock.js';
export type { VaultLockStatement } from './vault-lock-statement.js';
