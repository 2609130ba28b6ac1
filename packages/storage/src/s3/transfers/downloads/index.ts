export { downloadContent } from './download-content.js';
export { requestObjectBlocks } from './read-object-blocks.js';
