export * from '@arch/services/core';
export * from './api-gateway/index.js';
export * from './event-bridge/index.js';
export * from './lambda/index.js';
export * from './sns/index.js';
export * from './sqs/index.js';
