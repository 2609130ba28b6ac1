export * from './messages/index.js';
export * from './subscriptions/index.js';
export * from './topics/index.js';
