export * from './security-groups/index.js';
