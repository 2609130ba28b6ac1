export { type CreatedVault, createVault, type CreateVaultInput } from './create-vault.js';
export { deleteVault, type DeleteVaultInput } from './delete-vault.js';
export { describeVault, type DescribeVaultInput } from './describe-vault.js';
export { listVaults, type ListVaultsInput } from './list-vaults.js';
export type { Vault } from './vault.js';
export type { VaultReference } from '../vault-reference.js';
export { type VaultGoal, vaultGoals, waitForVault, type WaitForVaultInput } from './wait-for-vault.js';
