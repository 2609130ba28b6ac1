import type { ArchError } from '@arch/core';

/** An archive that was copied to a bucket. */
export interface CopiedArchive {
  /** The ID of the archive. */
  readonly archiveId: string;
  /** The key of the object. */
  readonly key: string;
  /** The version ID of the object. Absent in a bucket without versioning. */
  readonly versionId?: string | undefined;
  /** The size in bytes. */
  readonly sizeBytes: number;
  /** The SHA-256 tree hash of the content, in hexadecimal digits, as Glacier stores it. */
  readonly sha256TreeHash: string;
  /** The CRC32 checksum of the content, in Base64, as S3 stores it. */
  readonly checksumCrc32: string;
}

/** An archive that was not copied, because its copy exists already. */
export interface SkippedArchive {
  /** The ID of the archive. */
  readonly archiveId: string;
  /** The key of the object. */
  readonly key: string;
}

/** An archive that was not copied because of an error. */
export interface FailedArchive extends SkippedArchive {
  readonly error: ArchError;
}

/** The copy of a vault in a bucket. */
export interface VaultCopy {
  /** The name of the vault. */
  readonly vaultName: string;
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The time at which the retention of the new objects ends, in UTC. Absent without `retain`. */
  readonly retainUntilDate?: Date | undefined;
  /** The size of the copied archives in bytes. */
  readonly copiedBytes: number;
  /** The archives that were copied. */
  readonly copied: readonly CopiedArchive[];
  /** The archives whose copies exist already. */
  readonly skipped: readonly SkippedArchive[];
  /** The archives that were not copied because of an error. A repeated call copies them. */
  readonly failed: readonly FailedArchive[];
}

/** The progress of the copy of a vault. */
export interface VaultCopyProgress {
  /** The number of archives to copy. */
  readonly totalArchives: number;
  /** The size of the archives to copy in bytes. */
  readonly totalBytes: number;
  /** The number of archives that are copied. */
  readonly copiedArchives: number;
  /** The number of archives whose copies exist already. */
  readonly skippedArchives: number;
  /** The number of archives that have failed. */
  readonly failedArchives: number;
  /** The number of bytes that are copied. Decreases if an archive fails. */
  readonly copiedBytes: number;
}
