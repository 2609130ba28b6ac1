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

/** Storage classes of objects that can be read at once, or after a restore (`GLACIER`, `DEEP_ARCHIVE`). */
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
 * How Object Lock keeps a version. `GOVERNANCE`: who may bypass it can still delete the version. `COMPLIANCE`: nobody can before the date,
 * the root user neither, and the date can only be moved further away.
 */
export const objectLockModes = ['GOVERNANCE', 'COMPLIANCE'] as const;
export type ObjectLockMode = Open<(typeof objectLockModes)[number]>;

/** What an object has beside its content, when it is written. */
export interface ObjectSettings extends AwsInput {
  readonly contentType?: string | undefined;
  readonly cacheControl?: string | undefined;
  /** A `filename` beyond ASCII is sent as RFC 6266 has it: the name itself as `filename*`, beside one in ASCII. */
  readonly contentDisposition?: string | undefined;
  readonly contentEncoding?: string | undefined;
  /**
   * Texts of at most 2 KB in all, as they are sent and with their names, which S3 turns into lower case. A text beyond ASCII is sent encoded
   * (RFC 2047), as S3 itself returns it; `headObject` decodes it.
   */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** Default `STANDARD`. */
  readonly storageClass?: StorageClass | undefined;
  /** At most 10. */
  readonly tags?: Tags | undefined;
  /** With `objectLockRetainUntilDate`, in a bucket with Object Lock: how the version is kept from deletion. Default: as the bucket says. */
  readonly objectLockMode?: ObjectLockMode | undefined;
  readonly objectLockRetainUntilDate?: Date | undefined;
  /** `ON`: the version cannot be deleted until the hold is lifted, whatever its retention. */
  readonly objectLockLegalHoldStatus?: Open<'ON' | 'OFF'> | undefined;
}

/** The members of {@link ObjectSettings}, checked. */
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

/** Whether a retention says both how and until when, or nothing. */
export const hasWholeRetention = ({ objectLockMode, objectLockRetainUntilDate }: ObjectSettings): boolean =>
  (objectLockMode === undefined) === (objectLockRetainUntilDate === undefined);

/** What {@link hasWholeRetention} wants, in words. */
export const wholeRetention = 'both objectLockMode and objectLockRetainUntilDate, or neither';

/** Permissions that settings need beside `s3:PutObject`. */
export const settingPermissions = [
  { action: 's3:PutObjectTagging', resources: ['object'], with: 'tags' },
  { action: 's3:PutObjectRetention', resources: ['object'], with: 'objectLockMode' },
  { action: 's3:PutObjectLegalHold', resources: ['object'], with: 'objectLockLegalHoldStatus' },
] as const;

/** The members of settings that S3 takes in another form. */
export const toSettingsRequest = ({ tags }: ObjectSettings): { Tagging?: string } =>
  tags ? { Tagging: new URLSearchParams(tags).toString() } : {};
