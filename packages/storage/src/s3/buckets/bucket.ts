import { type AwsResource, optionalString, from, resource, type Schema, type Tags, z } from '@arch/core/builder';
import { Bucket$ } from '@aws-sdk/client-s3';

/** The retention that Object Lock applies to new objects that are written without one. */
export interface DefaultRetention {
  /**
   * `COMPLIANCE`: nobody can delete an object version before the retention ends, not even the root user. `GOVERNANCE`: users with the
   * permission `s3:BypassGovernanceRetention` can.
   */
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  /** The duration in days, 1–36,500. Provide either `days` or `years`. */
  readonly days?: number | undefined;
  /** The duration in years, 1–100. Provide either `days` or `years`. */
  readonly years?: number | undefined;
}

/** The Block Public Access settings of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html */
export interface PublicAccessBlock {
  /** Whether S3 rejects requests that set a public access control list. */
  readonly blockPublicAcls: boolean;
  /** Whether S3 ignores public access control lists. */
  readonly ignorePublicAcls: boolean;
  /** Whether S3 rejects bucket policies that allow public access. */
  readonly blockPublicPolicy: boolean;
  /** Whether a public bucket policy allows access only for AWS services and for authorized users of the bucket's account. */
  readonly restrictPublicBuckets: boolean;
}

/** A bucket with its settings. */
export interface Bucket {
  /** The name of the bucket. */
  readonly bucket: string;
  /** The region of the bucket, e.g. `eu-west-1`. */
  readonly region: string;
  /**
   * The versioning state: `Enabled`, `Suspended`, or `Disabled` if versioning was never enabled or the S3-compatible store does not implement
   * it.
   */
  readonly versioning: string;
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
  readonly objectLock: boolean;
  /** The retention that Object Lock applies to new objects that are written without one. */
  readonly defaultRetention?: DefaultRetention | undefined;
  /** The tags, by key. */
  readonly tags: Tags;
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
