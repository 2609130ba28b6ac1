import type { FailedObject } from './prefix-result.js';

/** The restore of all archived objects with a prefix. */
export interface PrefixRestore {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The prefix of the keys. */
  readonly prefix: string;
  /** The number of archived objects that S3 restores, or has restored; with `wait`, of those that can be read. */
  readonly objectCount: number;
  /** The size of these objects in bytes. */
  readonly sizeBytes: number;
  /** The number of objects that are not archived, and for which nothing was requested. */
  readonly readableCount: number;
  /** The number of objects in `INTELLIGENT_TIERING`, for which nothing was requested. */
  readonly tieringCount: number;
  /** The archived objects that are not restored, each with the reason. */
  readonly failed: readonly FailedObject[];
}
