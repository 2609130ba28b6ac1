import type { ArchError } from '@arch/core';

import type { SkipReason } from '../files/index.js';
import type { FileAction } from './planned-item.js';

/** A file that was not transferred or deleted because of an error. */
export interface FailedFile {
  /** The path relative to the directory, or the key after the prefix. Ends with `/` for a directory that cannot be read. */
  readonly path: string;
  /** The step that failed: `upload`, `download`, `copy`, `delete`, or `read` for a path that could not be read. */
  readonly action: FileAction | 'read';
  readonly error: ArchError;
}

/** A path that is not transferred, and the reason. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: SkipReason;
}

/** The result of the transfer of a directory. */
export interface DirectoryTransfer {
  /** The number of transferred files. */
  readonly transferredFiles: number;
  /** The size of the transferred files in bytes. */
  readonly transferredBytes: number;
  /** The number of files that are equal on both sides. */
  readonly unchangedFiles: number;
  /** The number of deleted files. */
  readonly deletedFiles: number;
  /** The number of files that were to be deleted but were kept because a transfer failed. */
  readonly keptFiles: number;
  /** The files that failed. */
  readonly failed: readonly FailedFile[];
  /** The paths that were not transferred, e.g. symbolic links. */
  readonly skipped: readonly SkippedFile[];
}
