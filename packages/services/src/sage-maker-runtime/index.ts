export { sageMakerRuntime } from './sage-maker-runtime.js';
