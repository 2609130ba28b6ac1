export { toBucket } from './to-bucket.js';
export { toDirectory } from './to-directory.js';
export { mostCopyBytes, toPrefix } from './to-prefix.js';
