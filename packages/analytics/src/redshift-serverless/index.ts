export * from './namespaces/index.js';
export * from './workgroups/index.js';
