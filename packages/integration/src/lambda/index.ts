export * from './events/index.js';
export * from './events/messages/index.js';
export * from './events/requests/index.js';
export * from './events/streams/index.js';
export * from './events/triggers/index.js';
export * from './function-permissions/index.js';
