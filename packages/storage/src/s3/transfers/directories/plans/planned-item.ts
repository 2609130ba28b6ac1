import type { ArchError } from '@arch/core';

import type { SkippedPath } from '../files/index.js';

/** The action for a file. */
export const fileActions = ['upload', 'download', 'copy', 'delete'] as const;
export type FileAction = (typeof fileActions)[number];
/** An action that transfers a file. */
export type TransferAction = Exclude<FileAction, 'delete'>;

/**
 * The reason for an action. `new`: the destination lacks the file. `size`, `newer`, `checksum`, and `time` for the
 * preserved time of the last change: the files differ. `not-compared`: the function
 * transfers all files. `not-in-source`: the file is deleted because the source lacks it.
 */
export const actionReasons = ['new', 'size', 'newer', 'time', 'checksum', 'not-compared', 'not-in-source'] as const;
export type ActionReason = (typeof actionReasons)[number];

/** A file that is transferred or deleted. */
export interface PlannedAction {
  readonly action: FileAction;
  /** The path relative to the directory, which is also the key after the prefix, with `/`. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly reason: ActionReason;
  /** The time of the last change of the file that is transferred or deleted, in UTC. */
  readonly lastModified: Date;
}

/** A path that fails before it is transferred. */
export interface PlannedFailure {
  readonly kind: 'failure';
  readonly path: string;
  readonly action: FileAction | 'read';
  readonly error: ArchError;
  /** Whether a part of the source is unknown, so that nothing may be deleted. */
  readonly isUnknownSource: boolean;
}

/** The result of the comparison of one path. */
export type PlannedItem =
  | { readonly kind: 'action'; readonly action: PlannedAction }
  | { readonly kind: 'unchanged'; readonly files: number }
  | PlannedFailure
  | SkippedPath;
