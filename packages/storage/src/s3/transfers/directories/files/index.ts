export { comparePaths } from './compare-paths.js';
export { type BucketPrefix, listFiles, sharedMembers } from './list-files.js';
export { type FoundFile, type FoundPath, type SkippedPath, type SkipReason, skipReasons } from './found-path.js';
export { localNameProblem } from './local-name-problem.js';
export { type Merged, mergeFiles } from './merge-files.js';
export { nameClashes } from './name-clashes.js';
export { type PathFilter, pathFilter, type PathPatterns, pathPatterns } from './path-filter.js';
export { readAhead } from './read-ahead.js';
export { walkDirectory } from './walk-directory.js';
