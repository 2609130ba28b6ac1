export * from './event-buses/index.js';
export * from './event-rules/index.js';
export * from './events/index.js';
export * from './rule-targets/index.js';
