export * from './events/index.js';
export * from './function-permissions/index.js';
