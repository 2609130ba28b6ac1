export * from './archives/copies/index.js';
export * from './archives/index.js';
export * from './archives/uploads/index.js';
export * from './inventories/index.js';
export * from './jobs/index.js';
export * from './multipart-uploads/index.js';
export * from './vaults/index.js';
export * from './vaults/locks/index.js';
