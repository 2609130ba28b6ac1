export * from './messages/index.js';
export * from './queues/index.js';
