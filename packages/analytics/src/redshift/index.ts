export * from './cluster-snapshots/index.js';
export * from './clusters/index.js';
