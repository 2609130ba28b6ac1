import type { FailedFile, SkippedFile } from '../plans/index.js';
import type { ObjectLockMode } from '../../../object-settings.js';

/** An archived file in the manifest. */
export interface ManifestFile {
  /** The path relative to the directory, with `/`. */
  readonly path: string;
  /** The key of the object. */
  readonly key: string;
  /** The ID of the archived version. */
  readonly versionId?: string | undefined;
  /** The size in bytes. */
  readonly sizeBytes: number;
  /** The SHA-256 checksum of the content, in hexadecimal digits, as `sha256sum` prints it. */
  readonly sha256: string;
  /** The CRC32 checksum of the content, in Base64, as S3 stores it. */
  readonly checksumCrc32: string;
}

/** The manifest of an archived directory: a JSON object in S3. */
export interface ArchiveManifest {
  /** The version of this format. */
  readonly version: 1;
  /** The name of the bucket. */
  readonly bucket: string;
  /** The beginning of the keys. */
  readonly prefix: string;
  /** The time of the call, ISO 8601 in UTC. */
  readonly archivedAt: string;
  /** The mode of the retention. */
  readonly mode: ObjectLockMode;
  /** The time at which the retention of all objects ends, ISO 8601 in UTC. */
  readonly retainUntilDate: string;
  /** The archived files, in the order of their keys. */
  readonly files: readonly ManifestFile[];
  /** The paths of files that are not archived because of an error. */
  readonly failed: readonly string[];
  /** The paths that are not archived, e.g. symbolic links. */
  readonly skipped: readonly string[];
}

/** An object that is not locked as requested. */
export interface UnlockedObject {
  /** The key of the object. */
  readonly key: string;
  /** The ID of the version. */
  readonly versionId?: string | undefined;
  /** The retention that S3 returned instead of the requested one. */
  readonly reason: string;
}

/** An archived directory. */
export interface ArchivedDirectory {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The mode of the retention. */
  readonly mode: ObjectLockMode;
  /** The time at which the retention of all objects ends, in UTC. */
  readonly retainUntilDate: Date;
  /** The number of archived files. */
  readonly archivedFiles: number;
  /** The size of the archived files in bytes. */
  readonly archivedBytes: number;
  /** The manifest, an object of the type `ArchiveManifest`. */
  readonly manifest: Omit<ManifestFile, 'path'>;
  /** Whether S3 returned the requested retention for every archived file and for the manifest. */
  readonly isLocked: boolean;
  /** The objects that are not locked as requested. Empty if `isLocked` is `true`. */
  readonly unlocked: readonly UnlockedObject[];
  /** The files that are not archived because of an error. */
  readonly failed: readonly FailedFile[];
  /** The paths that are not archived, e.g. symbolic links. */
  readonly skipped: readonly SkippedFile[];
}
