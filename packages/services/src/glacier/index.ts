export { glacier } from './glacier.js';
export { glacierId, vaultAccountId, vaultName } from './vault-ids.js';
