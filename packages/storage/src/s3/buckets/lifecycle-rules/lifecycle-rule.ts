import {
  from,
  list,
  maybe,
  type Open,
  openEnum,
  optionalString,
  resource,
  type Schema,
  type Tags,
  z,
} from '@arch/core/builder';
import {
  LifecycleExpiration$,
  LifecycleRule$,
  NoncurrentVersionExpiration$,
  NoncurrentVersionTransition$,
  Transition$,
} from '@aws-sdk/client-s3';

import { filterMember, filterPrefix, filterTags, type ObjectFilter } from '../../object-filter.js';

/** The storage classes to which a lifecycle rule can move objects. */
export const transitionStorageClasses = [
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
] as const;
export type TransitionStorageClass = Open<(typeof transitionStorageClasses)[number]>;

/** The move of objects to another storage class. Provide either `days` or `date`. */
export interface LifecycleTransition {
  /** The number of days after the creation of the object, at least 0; at least 30 for `STANDARD_IA` and `ONEZONE_IA`. */
  readonly days?: number | undefined;
  /** The day on which S3 moves all objects of the rule, midnight UTC. */
  readonly date?: Date | undefined;
  /** The storage class. Objects in `GLACIER` and `DEEP_ARCHIVE` can be read only after a restore. */
  readonly storageClass: TransitionStorageClass;
}

/** The deletion of objects. With versioning, S3 adds a delete marker and keeps the versions. Provide one member. */
export interface LifecycleExpiration {
  /** The number of days after the creation of the object, at least 1. */
  readonly days?: number | undefined;
  /** The day on which S3 deletes all objects of the rule, midnight UTC. */
  readonly date?: Date | undefined;
  /** `true`: S3 removes delete markers of objects that have no versions left. Not with `tags` and sizes. */
  readonly expiredObjectDeleteMarker?: boolean | undefined;
}

/** The move of old versions to another storage class. */
export interface NoncurrentVersionTransition {
  /** The number of days since a newer version replaced the version, at least 0; at least 30 for `STANDARD_IA` and `ONEZONE_IA`. */
  readonly noncurrentDays: number;
  /** The number of newest old versions that stay in their storage class, 1–100. Default: 0. */
  readonly newerNoncurrentVersions?: number | undefined;
  /** The storage class. */
  readonly storageClass: TransitionStorageClass;
}

/** The permanent deletion of old versions. */
export interface NoncurrentVersionExpiration {
  /** The number of days since a newer version replaced the version, at least 1. */
  readonly noncurrentDays: number;
  /** The number of newest old versions that S3 keeps, 1–100. Default: 0. */
  readonly newerNoncurrentVersions?: number | undefined;
}

/** The ID of a lifecycle rule and the members that select its objects. */
export interface LifecycleFilter extends ObjectFilter {
  /** The ID of the rule, unique in the bucket, 1–255 characters. Default: an ID that S3 generates. */
  readonly id?: string | undefined;
  /** The rule applies only to objects that are larger, in bytes. Default: any size. */
  readonly objectSizeGreaterThanBytes?: number | undefined;
  /** The rule applies only to objects that are smaller, in bytes. Default: any size. */
  readonly objectSizeLessThanBytes?: number | undefined;
}

/** A lifecycle rule for {@link putBucketLifecycleConfiguration}: its objects, and at least one action. */
export interface LifecycleRuleSettings extends LifecycleFilter {
  /** `Disabled`: S3 keeps the rule and does not apply it. Default: `Enabled`. */
  readonly status?: Open<'Enabled' | 'Disabled'> | undefined;
  /** Moves to other storage classes. Default: none. */
  readonly transitions?: readonly LifecycleTransition[] | undefined;
  /** The deletion of objects. Default: none. */
  readonly expiration?: LifecycleExpiration | undefined;
  /** Moves of old versions to other storage classes. Default: none. */
  readonly noncurrentVersionTransitions?: readonly NoncurrentVersionTransition[] | undefined;
  /** The deletion of old versions. Default: none. */
  readonly noncurrentVersionExpiration?: NoncurrentVersionExpiration | undefined;
  /** The number of days after which S3 aborts an unfinished multipart upload, at least 1. Not with `tags` and sizes. Default: never. */
  readonly abortIncompleteMultipartUploadDays?: number | undefined;
}

/** A lifecycle rule of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html */
export interface LifecycleRule extends LifecycleRuleSettings {
  /** Whether S3 applies the rule. */
  readonly status: Open<'Enabled' | 'Disabled'>;
  /** Tags, all of which an object must have. */
  readonly tags: Tags;
  /** Moves to other storage classes. */
  readonly transitions: readonly LifecycleTransition[];
  /** Moves of old versions to other storage classes. */
  readonly noncurrentVersionTransitions: readonly NoncurrentVersionTransition[];
}

/** Parses one S3 `LifecycleRule` structure. */
export const lifecycleRule = (): Schema<LifecycleRule> =>
  resource<LifecycleRule>(LifecycleRule$, {
    id: optionalString(),
    status: openEnum(['Enabled', 'Disabled']),
    prefix: filterPrefix(),
    tags: filterTags(),
    objectSizeGreaterThanBytes: filterMember('ObjectSizeGreaterThan', z.number()),
    objectSizeLessThanBytes: filterMember('ObjectSizeLessThan', z.number()),
    transitions: list(transition()),
    expiration: maybe(expiration()),
    noncurrentVersionTransitions: list(noncurrentVersionTransition()),
    noncurrentVersionExpiration: maybe(noncurrentVersionExpiration()),
    abortIncompleteMultipartUploadDays: from(
      'AbortIncompleteMultipartUpload.DaysAfterInitiation',
      z.optional(z.number()),
    ),
  });

const transition = (): Schema<LifecycleTransition> =>
  resource<LifecycleTransition>(Transition$, {
    days: z.optional(z.number()),
    date: z.optional(z.date()),
    storageClass: openEnum(transitionStorageClasses),
  });

const expiration = (): Schema<LifecycleExpiration> =>
  resource<LifecycleExpiration>(LifecycleExpiration$, {
    days: z.optional(z.number()),
    date: z.optional(z.date()),
    expiredObjectDeleteMarker: z.optional(z.boolean()),
  });

const noncurrentVersionTransition = (): Schema<NoncurrentVersionTransition> =>
  resource<NoncurrentVersionTransition>(NoncurrentVersionTransition$, {
    noncurrentDays: z.number(),
    newerNoncurrentVersions: z.optional(z.number()),
    storageClass: openEnum(transitionStorageClasses),
  });

const noncurrentVersionExpiration = (): Schema<NoncurrentVersionExpiration> =>
  resource<NoncurrentVersionExpiration>(NoncurrentVersionExpiration$, {
    noncurrentDays: { type: z.number(), read: (value) => value ?? 0 },
    newerNoncurrentVersions: z.optional(z.number()),
  });
