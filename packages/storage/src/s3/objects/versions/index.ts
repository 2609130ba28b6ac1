export { listObjectVersions, type ListObjectVersionsInput } from './list-object-versions.js';
export type { ObjectVersion } from './object-version.js';
