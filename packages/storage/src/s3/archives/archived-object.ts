import { type AwsInput, input, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';

import { type ObjectLockMode, objectLockModes } from '../object-settings.js';
import { type Retain, retain } from '../retain.js';

/**
 * Storage classes for objects that are rarely read: immediately (`GLACIER_IR`), or after a restore that takes up to 12 hours (`GLACIER`) or up
 * to 48 hours (`DEEP_ARCHIVE`).
 */
export const archiveClasses = ['GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'] as const;
export type ArchiveClass = (typeof archiveClasses)[number];

export interface ArchiveObjectInput extends AwsInput {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object, 1–1,024 bytes in UTF-8. */
  readonly key: string;
  /** The ID of the version to archive. Its archived copy becomes the current version. Default: the current version. */
  readonly versionId?: string | undefined;
  /** The storage class. AWS bills at least 90 days, for `DEEP_ARCHIVE` at least 180 days. Default: `GLACIER`. */
  readonly storageClass?: ArchiveClass | undefined;
  /**
   * The retention, during which the version cannot be deleted: `{ years: 7 }`, `{ days: 30 }` or `{ until: date }`. Default: the default
   * retention of the bucket.
   */
  readonly retain?: Retain | undefined;
  /**
   * The mode of `retain`. `GOVERNANCE`: a user with the permission `s3:BypassGovernanceRetention` can delete the version before the retention
   * ends. `COMPLIANCE`: nobody can, not even the root user or AWS, and AWS bills the version until then. Default: `GOVERNANCE`.
   */
  readonly mode?: ObjectLockMode | undefined;
  /** Whether the version gets a legal hold: it cannot be deleted until `putObjectLegalHold()` removes the hold. Default: `false`. */
  readonly legalHold?: boolean | undefined;
  /** Whether to delete the original version after its copy is archived and locked. Default: `false`; AWS then bills both versions. */
  readonly deletePrevious?: boolean | undefined;
}

/** An archived version of an object. */
export interface ArchivedObject {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** The key of the object. */
  readonly key: string;
  /** The ID of the archived version. Absent in a bucket without versioning. */
  readonly versionId?: string | undefined;
  /** The storage class. */
  readonly storageClass: ArchiveClass;
  /** The ID of the original version. Absent if nothing was copied, or the original version was deleted. */
  readonly previousVersionId?: string | undefined;
  /** The mode of the requested retention. Absent without `retain`. */
  readonly mode?: ObjectLockMode | undefined;
  /** The time at which the requested retention ends, in UTC. Absent without `retain`. */
  readonly retainUntilDate?: Date | undefined;
  /** Whether this call put a legal hold on the version. */
  readonly legalHold: boolean;
}

/** Checks an {@link ArchiveObjectInput}. */
export const archiveObjectInput = (): z.ZodMiniType<ArchiveObjectInput> =>
  input<ArchiveObjectInput>({
    bucket: bucketName(),
    key: objectKey(),
    versionId: z.optional(text(1, 1_024)),
    storageClass: z.optional(z.enum(archiveClasses)),
    retain: z.optional(retain()),
    mode: z.optional(z.enum(objectLockModes)),
    legalHold: z.optional(z.boolean()),
    deletePrevious: z.optional(z.boolean()),
  }).check(
    z.refine(({ mode, retain: retention }) => mode === undefined || retention !== undefined, {
      error: 'mode only together with retain',
    }),
  );
