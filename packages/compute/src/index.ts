export * from './instance-console/index.js';
export * from './instance-monitoring/index.js';
export * from './instance-status/index.js';
export * from './instance-types/index.js';
export * from './instances/index.js';
export * from './tags/index.js';
