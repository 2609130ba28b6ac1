/** The settings of a bucket that `describeBucket` reads, as the members of its result. Each requires a permission of its own. */
export const readableSettings = [
  'versioning',
  'encryption',
  'publicAccessBlock',
  'objectLock',
  'objectOwnership',
  'tags',
] as const;
export type ReadableSetting = (typeof readableSettings)[number];

/** A setting of a bucket that the caller may not read. */
export interface UnreadableSetting {
  /** The setting: the name of the member of `Bucket` that is absent. */
  readonly setting: ReadableSetting;
  /** The IAM action that AWS denied, e.g. `s3:GetEncryptionConfiguration`. */
  readonly action: string;
}
