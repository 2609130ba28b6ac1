import type { ObjectLockMode } from '../../object-settings.js';

/** How a version of an object is protected against deletion. */
export interface ObjectPreservation {
  /** The key of the object. */
  readonly key: string;
  /** The version ID. The text `null` for an object that was written while versioning was not enabled. */
  readonly versionId: string;
  /** Whether this is the current version. */
  readonly isLatest: boolean;
  /** The size in bytes. */
  readonly sizeBytes: number;
  /** The storage class, e.g. `DEEP_ARCHIVE`. */
  readonly storageClass?: string | undefined;
  /** Whether Object Lock prevents the deletion of the version now: because of its retention, its legal hold, or both. */
  readonly isLocked: boolean;
  /** The mode of the retention: `GOVERNANCE`, which users with `s3:BypassGovernanceRetention` can bypass, or `COMPLIANCE`. Absent without a retention. */
  readonly mode?: ObjectLockMode | undefined;
  /** The time at which the retention ends, in UTC. It may be in the past. Absent without a retention. */
  readonly retainUntilDate?: Date | undefined;
  /** Whether the version has a legal hold, which has no end. */
  readonly legalHold: boolean;
  /**
   * Whether a deletion without a version ID, as by `deletePrefix` or the console, permanently deletes the version, because S3 keeps no older
   * version of it.
   */
  readonly isLostOnDeletion: boolean;
}
