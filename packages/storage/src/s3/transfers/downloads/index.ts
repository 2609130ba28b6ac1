export { downloadContent } from './download-content.js';
