export * from './predictions/index.js';
