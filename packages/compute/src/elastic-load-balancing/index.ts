export * from './listeners/index.js';
export * from './load-balancers/index.js';
export * from './target-groups/index.js';
