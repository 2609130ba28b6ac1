export * from './event-buses/index.js';
export * from './events/index.js';
export * from './rules/index.js';
export * from './targets/index.js';
