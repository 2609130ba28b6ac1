export * from '@arch/services/core';
export * from './ec2/index.js';
export * from './rds-data/index.js';
export * from './rds/index.js';
