export { ebs } from './ebs.js';
