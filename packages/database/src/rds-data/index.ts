export * from './sql/index.js';
export * from './transactions/index.js';
