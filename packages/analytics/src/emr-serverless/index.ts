export * from './applications/index.js';
export * from './jobs/index.js';
