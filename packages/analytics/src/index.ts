export * from '@arch/services/core';
export * from './emr-serverless/index.js';
export * from './emr/index.js';
export * from './redshift-data/index.js';
export * from './redshift-serverless/index.js';
export * from './redshift/index.js';
