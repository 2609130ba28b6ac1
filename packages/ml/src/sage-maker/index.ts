export * from './endpoint-configs/index.js';
export * from './endpoints/index.js';
export * from './model-deployments/index.js';
export * from './models/index.js';
export * from './training-jobs/index.js';
