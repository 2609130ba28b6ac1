export * from './instances/index.js';
