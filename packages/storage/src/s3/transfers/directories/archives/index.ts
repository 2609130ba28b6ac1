export { archiveDirectory } from './archive-directory.js';
export type { ArchiveDirectoryInput } from './archive-directory-input.js';
export type { ArchivedDirectory, ArchiveManifest, ManifestFile, UnlockedObject } from './archived-directory.js';
