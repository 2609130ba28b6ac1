import type { ArchError } from '@arch/core';

/** The reason for which a file is not transferred. */
export const skipReasons = [
  'symbolic-link',
  'special-file',
  'folder-marker',
  'source-not-read',
  'temporary-file',
  'case-clash',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** A file of a directory or below a prefix. */
export interface FoundFile {
  readonly kind: 'file';
  /** The path relative to the directory, or the key after the prefix, with `/`. */
  readonly path: string;
  readonly sizeBytes: number;
  /** The time of the last change, in milliseconds since 1970. */
  readonly modifiedMs: number;
  /** The ETag of an object, in quotes. Absent for a local file. */
  readonly eTag?: string | undefined;
}

/** A path that is not transferred. */
export interface SkippedPath {
  readonly kind: 'skipped';
  readonly path: string;
  readonly reason: SkipReason;
}

/** A path that cannot be transferred. */
export interface UnreadPath {
  readonly kind: 'unread';
  /** Ends with `/` for a directory. */
  readonly path: string;
  readonly error: ArchError;
}

export type FoundPath = FoundFile | SkippedPath | UnreadPath;
