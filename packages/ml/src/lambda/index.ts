export * from './functions/code/index.js';
export * from './functions/deployments/index.js';
export * from './functions/index.js';
export * from './invocations/index.js';
