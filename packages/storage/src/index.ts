export * from '@arch/services/core';
export * from './ebs/index.js';
export * from './glacier/index.js';
export * from './s3/index.js';
