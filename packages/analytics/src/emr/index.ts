export * from './clusters/index.js';
export * from './steps/index.js';
