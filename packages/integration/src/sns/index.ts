export * from './subscriptions/index.js';
export * from './topic-messages/index.js';
export * from './topics/index.js';
