export { openTemporaryFile, type TemporaryFile } from './temporary-file.js';
export { ownerOf } from './temporary-name.js';
