export { rekognition } from './rekognition.js';
