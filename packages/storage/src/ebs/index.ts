export * from './snapshots/index.js';
export * from './volumes/index.js';
