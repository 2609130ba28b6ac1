export { isRunning } from './is-running.js';
export { openPartialFile, type PartialFile } from './partial-file.js';
export { isOld, removeStaleFiles } from './remove-stale-files.js';
export { openTemporaryFile, type TemporaryFile } from './temporary-file.js';
export { isResumable, ownerOf, resumableNames, temporaryName, thisHost } from './temporary-name.js';
