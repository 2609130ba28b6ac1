export { copyPrefix, type CopyPrefixInput } from './copy-prefix.js';
export { deletePrefix, type DeletePrefixInput } from './delete-prefix.js';
export { movePrefix, type MovePrefixInput } from './move-prefix.js';
export type { PrefixRestore } from './prefix-restore.js';
export type { FailedObject, PrefixObject, PrefixProgress, PrefixResult } from './prefix-result.js';
export type { PrefixSettings } from './prefix-settings.js';
export { restorePrefix, type RestorePrefixInput } from './restore-prefix.js';
