export { getVaultInventory, type GetVaultInventoryInput } from './get-vault-inventory.js';
export { requestVaultInventory, type RequestVaultInventoryInput } from './request-vault-inventory.js';
export type { InventoriedArchive, VaultInventory } from './vault-inventory.js';
