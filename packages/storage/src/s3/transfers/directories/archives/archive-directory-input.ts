import { text, z } from '@arch/core/builder';
import { bucketName } from '@arch/services/s3';

import { type ArchiveClass, archiveClasses } from '../../../archives/index.js';
import { type ObjectLockMode, objectLockModes } from '../../../object-settings.js';
import { type Retain, retain } from '../../../retain.js';
import { directoryPath, type DirectorySettings, directorySettings } from '../directory-settings.js';

export interface ArchiveDirectoryInput extends Omit<DirectorySettings, 'dryRun' | 'preserve' | 'maxBytesPerSecond'> {
  /** The path of the local directory. */
  readonly from: string;
  /** The name of the bucket, or the ARN of an access point. The bucket has Object Lock. */
  readonly bucket: string;
  /**
   * The beginning of the keys, at most 1,000 characters. A `/` is added at the end if it lacks one: `2026` is `2026/`. Default: the keys are the
   * paths of the files.
   */
  readonly prefix?: string | undefined;
  /** The retention, during which the objects cannot be deleted: `{ years: 7 }`, `{ days: 30 }` or `{ until: date }`. */
  readonly retain: Retain;
  /**
   * The mode of `retain`. `GOVERNANCE`: a user with the permission `s3:BypassGovernanceRetention` can delete the objects before the retention
   * ends. `COMPLIANCE`: nobody can, not even the root user or AWS, and AWS bills the objects until then. Default: `GOVERNANCE`.
   */
  readonly mode?: ObjectLockMode | undefined;
  /**
   * The duration of `retain` in words, required for `COMPLIANCE` because nobody can shorten it: `7 years` for `{ years: 7 }`, `30 days` for
   * `{ days: 30 }`, and `until 2033-12-31` for `{ until: date }`, with the date in UTC.
   */
  readonly confirmRetention?: string | undefined;
  /** The storage class of the files; the manifest is in `STANDARD`. AWS bills at least 90 days, for `DEEP_ARCHIVE` at least 180. Default: `GLACIER`. */
  readonly storageClass?: ArchiveClass | undefined;
}

/** The archive of a directory. */
export interface DirectoryArchive extends ArchiveDirectoryInput {
  readonly mode: ObjectLockMode;
  readonly retainUntilDate: Date;
  readonly archivedAt: Date;
}

/** Checks an {@link ArchiveDirectoryInput}. */
export const archiveDirectoryInput = (): z.ZodMiniType<ArchiveDirectoryInput> => {
  const { dryRun: _dryRun, preserve: _preserve, maxBytesPerSecond: _most, ...settings } = directorySettings();
  return z
    .strictObject({
      from: directoryPath(),
      bucket: bucketName(),
      prefix: z.optional(text(0, 1_000)),
      retain: retain(),
      mode: z.optional(z.enum(objectLockModes)),
      confirmRetention: z.optional(text(1, 100)),
      storageClass: z.optional(z.enum(archiveClasses)),
      ...settings,
    })
    .check(
      z.refine(({ mode, confirmRetention }) => confirmRetention === undefined || mode === 'COMPLIANCE', {
        error: "confirmRetention only together with mode: 'COMPLIANCE'",
      }),
    );
};
