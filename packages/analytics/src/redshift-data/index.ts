export * from './queries/index.js';
export * from './query-plans/index.js';
export * from './statements/index.js';
