export { sageMaker } from './sage-maker.js';
