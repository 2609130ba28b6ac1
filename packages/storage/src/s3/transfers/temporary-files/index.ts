export { openTemporaryFile, type TemporaryFile } from './temporary-file.js';
