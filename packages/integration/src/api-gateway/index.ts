export * from './http-apis/index.js';
export * from './http-authorizers/index.js';
export * from './http-integrations/index.js';
export * from './http-routes/index.js';
export * from './http-stages/index.js';
