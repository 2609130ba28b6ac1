export * from '@arch/services/core';
export * from './auto-scaling/index.js';
export * from './ec2/index.js';
export * from './elastic-load-balancing/index.js';
