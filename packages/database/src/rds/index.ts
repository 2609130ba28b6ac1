export * from './db-connections/index.js';
export * from './db-instances/changes/index.js';
export * from './db-instances/index.js';
export * from './db-restores/index.js';
export * from './db-snapshots/index.js';
export * from './db-subnet-groups/index.js';
