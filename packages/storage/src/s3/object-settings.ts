import {
  type AwsInput,
  type InputFields,
  type Open,
  openEnum,
  tagRecord,
  type Tags,
  text,
  z,
} from '@arch/core/builder';
import { metadataRecord } from '@arch/services/s3';

/** Storage classes. Objects in `GLACIER` and `DEEP_ARCHIVE` can be read only after a restore. */
export const storageClasses = [
  'STANDARD',
  'INTELLIGENT_TIERING',
  'STANDARD_IA',
  'ONEZONE_IA',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
  'EXPRESS_ONEZONE',
] as const;
export type StorageClass = Open<(typeof storageClasses)[number]>;

/**
 * Modes of an Object Lock retention. `GOVERNANCE`: users with the permission `s3:BypassGovernanceRetention` can delete the version before the
 * retention ends. `COMPLIANCE`: nobody can, not even the root user, and the retention can only be extended.
 */
export const objectLockModes = ['GOVERNANCE', 'COMPLIANCE'] as const;
export type ObjectLockMode = Open<(typeof objectLockModes)[number]>;

/** The settings of an object that is written. */
export interface ObjectSettings extends AwsInput {
  /** The media type of the content, e.g. `text/csv`, at most 1,024 characters. */
  readonly contentType?: string | undefined;
  /** The `Cache-Control` header for readers of the object, e.g. `max-age=3600`. */
  readonly cacheControl?: string | undefined;
  /**
   * The `Content-Disposition` header for readers of the object, e.g. `attachment; filename="report.csv"`. A `filename` that is not ASCII is
   * sent as RFC 6266 defines: as `filename*`, and in addition as an ASCII `filename`.
   */
  readonly contentDisposition?: string | undefined;
  /** The encoding that a reader must decode, e.g. `gzip`. */
  readonly contentEncoding?: string | undefined;
  /**
   * User-defined metadata, at most 2 KB of names and encoded values. S3 converts the names to lower case. A value that is not ASCII is sent
   * encoded (RFC 2047), the form in which S3 returns it; `headObject` decodes it.
   */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** The storage class. Default that AWS applies: `STANDARD`. */
  readonly storageClass?: StorageClass | undefined;
  /** Tags of the object, at most 10. */
  readonly tags?: Tags | undefined;
  /**
   * The mode of the retention. Requires `objectLockRetainUntilDate` and a bucket with Object Lock. Default: the default retention of the
   * bucket.
   */
  readonly objectLockMode?: ObjectLockMode | undefined;
  /** The time at which the retention ends. Requires `objectLockMode`. */
  readonly objectLockRetainUntilDate?: Date | undefined;
  /** `ON`: the version cannot be deleted until the legal hold is removed, even after its retention ends. Default: no legal hold. */
  readonly objectLockLegalHoldStatus?: Open<'ON' | 'OFF'> | undefined;
}

/** Checks the members of {@link ObjectSettings}. */
export const objectSettings = (): InputFields<ObjectSettings> => ({
  contentType: z.optional(text(1, 1_024)),
  cacheControl: z.optional(text(1, 1_024)),
  contentDisposition: z.optional(text(1, 1_024)),
  contentEncoding: z.optional(text(1, 1_024)),
  metadata: z.optional(metadataRecord()),
  storageClass: z.optional(openEnum(storageClasses)),
  tags: z.optional(tagRecord({ maxTags: 10, isLimited: true })),
  objectLockMode: z.optional(z.enum(objectLockModes)),
  objectLockRetainUntilDate: z.optional(z.date()),
  objectLockLegalHoldStatus: z.optional(z.enum(['ON', 'OFF'])),
});

/** Whether the input contains both the mode and the end of a retention, or neither. */
export const hasCompleteRetention = ({ objectLockMode, objectLockRetainUntilDate }: ObjectSettings): boolean =>
  (objectLockMode === undefined) === (objectLockRetainUntilDate === undefined);

/** The rule of {@link hasCompleteRetention} for messages. */
export const retentionRule = 'both objectLockMode and objectLockRetainUntilDate, or neither';

/** The permissions that settings require in addition to `s3:PutObject`. */
export const settingPermissions = [
  { action: 's3:PutObjectTagging', resources: ['object'], with: 'tags' },
  { action: 's3:PutObjectRetention', resources: ['object'], with: 'objectLockMode' },
  { action: 's3:PutObjectLegalHold', resources: ['object'], with: 'objectLockLegalHoldStatus' },
] as const;

/** Returns the settings that have another form in the request. */
export const toSettingsRequest = ({ tags }: ObjectSettings): { Tagging?: string } =>
  tags ? { Tagging: new URLSearchParams(tags).toString() } : {};
