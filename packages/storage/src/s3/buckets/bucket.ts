import { type AwsResource, optionalString, from, resource, type Schema, type Tags, z } from '@arch/core/builder';
import { Bucket$ } from '@aws-sdk/client-s3';

import type { DefaultRetention } from './object-locks/index.js';
import type { PublicAccessBlock } from './public-access-blocks/index.js';
import type { UnreadableSetting } from './unreadable-setting.js';

/** A bucket with its settings. A setting that the caller may not read is absent, and is in `unreadable`. */
export interface Bucket {
  /** The name of the bucket. */
  readonly bucket: string;
  /** The region of the bucket, e.g. `eu-west-1`. */
  readonly region: string;
  /**
   * The versioning state: `Enabled`, `Suspended`, or `Disabled` if versioning was never enabled or the S3-compatible store does not implement
   * it.
   */
  readonly versioning?: string | undefined;
  /** The default encryption: `AES256`, `aws:kms` or `aws:kms:dsse`. Absent if the bucket has no such setting; S3 then uses `AES256`. */
  readonly encryption?: string | undefined;
  /** The KMS key of the default encryption: ID, alias or ARN. Absent for `AES256` and for the AWS managed key. */
  readonly kmsKeyId?: string | undefined;
  /** The Block Public Access settings. Absent if the bucket has none. */
  readonly publicAccessBlock?: PublicAccessBlock | undefined;
  /**
   * The owner of new objects: `BucketOwnerEnforced` (the bucket owner; access control lists are disabled), `BucketOwnerPreferred` or
   * `ObjectWriter`.
   */
  readonly objectOwnership?: string | undefined;
  /** Whether Object Lock is enabled, i.e. object versions can have a retention or a legal hold. */
  readonly objectLock?: boolean | undefined;
  /** The retention that Object Lock applies to new objects that are written without one. */
  readonly defaultRetention?: DefaultRetention | undefined;
  /** The tags, by key; `{}` if the bucket has none. */
  readonly tags?: Tags | undefined;
  /** The settings that the caller may not read, with the missing IAM actions. `[]` if every absent setting is one that the bucket lacks. */
  readonly unreadable: readonly UnreadableSetting[];
}

/** A bucket in a listing. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Bucket.html */
export interface ListedBucket extends AwsResource {
  /** The name of the bucket. */
  readonly bucket: string;
  /** The time at which the bucket was created, in UTC. Some changes of the bucket also change this time. */
  readonly creationDate: Date;
  /** The region of the bucket, e.g. `eu-west-1`. */
  readonly bucketRegion?: string | undefined;
}

/** Parses one S3 `Bucket` structure. */
export const listedBucket = (): Schema<ListedBucket> =>
  resource<ListedBucket>(Bucket$, {
    bucket: from('Name', z.string()),
    creationDate: z.date(),
    bucketRegion: optionalString(),
  });
