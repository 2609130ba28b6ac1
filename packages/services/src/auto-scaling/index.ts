export { autoScaling } from './auto-scaling.js';
