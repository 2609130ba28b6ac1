// What takes the place of the SDK's middleware. Loaded with the first request.
export { attemptDirectly } from './direct/attempt-directly.js';
export { directOperation } from './direct/direct-operation.js';
export { rememberWay } from './direct/way.js';
export { replacementOf } from './middleware/replacement-of.js';
