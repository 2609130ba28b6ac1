export { openResumableFile, type ResumableFile } from './resumable-file.js';
