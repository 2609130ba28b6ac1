export { autoScaling, groupErrors } from './auto-scaling.js';
