export * from './snapshots/index.js';
export * from './volumes/index.js';
export * from './volumes/modifications/index.js';
export * from './volumes/statuses/index.js';
