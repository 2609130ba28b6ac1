import { type AwsInput, input, text, z } from '@arch/core/builder';
import { bucketName, objectKey } from '@arch/services/s3';

import { type ObjectLockMode, objectLockModes } from '../object-settings.js';
import { type Retain, retain } from './retain.js';

/** Storage classes for what is hardly ever read: at once (`GLACIER_IR`), or after a restore of minutes to hours, or of up to two days. */
export const archiveClasses = ['GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE'] as const;
export type ArchiveClass = (typeof archiveClasses)[number];

export interface ArchiveObjectInput extends AwsInput {
  readonly bucket: string;
  /** At most 1,024 bytes in UTF-8. */
  readonly key: string;
  /** Default: the newest. An older one becomes the newest. */
  readonly versionId?: string | undefined;
  /** Default `GLACIER`. S3 bills at least 90 days of it, of `DEEP_ARCHIVE` 180. */
  readonly storageClass?: ArchiveClass | undefined;
  /** How long it cannot be deleted: `{ years: 7 }`, `{ days: 30 }` or `{ until }`. Default: as the bucket says. */
  readonly retain?: Retain | undefined;
  /**
   * With `retain`. `GOVERNANCE`: who is allowed to bypass the retention, and says so, can delete it before. `COMPLIANCE`: nobody can, AWS and
   * the root user neither, and it is billed until then, whatever happens. Default `GOVERNANCE`.
   */
  readonly mode?: ObjectLockMode | undefined;
  /** Keeps it from deletion until `putObjectLegalHold()` lifts the hold. Default `false`. */
  readonly legalHold?: boolean | undefined;
  /** Deletes the version that was archived, when its copy is there and locked. Default `false`: both are billed. */
  readonly deletePrevious?: boolean | undefined;
}

/** What lies in the archive. */
export interface ArchivedObject {
  readonly bucket: string;
  readonly key: string;
  /** In a bucket with versions. */
  readonly versionId?: string | undefined;
  readonly storageClass: ArchiveClass;
  /** The version of which it is the copy, where that is still there. */
  readonly previousVersionId?: string | undefined;
  readonly mode?: ObjectLockMode | undefined;
  readonly retainUntilDate?: Date | undefined;
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
    z.refine(({ mode, retain: how }) => mode === undefined || how !== undefined, {
      error: 'mode only together with retain',
    }),
  );
