import { type AwsResource, optionalString, from, resource, type Schema, type Tags, z } from '@arch/core/builder';
import { Bucket$ } from '@aws-sdk/client-s3';

/** How long Object Lock keeps what is written, where the writer does not say. */
export interface DefaultRetention {
  /** `COMPLIANCE`: nobody can delete it before, not even the root user. `GOVERNANCE`: who has a special permission can. */
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  /** Either days or years. */
  readonly days?: number | undefined;
  readonly years?: number | undefined;
}

/** What a bucket keeps away from the public. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html */
export interface PublicAccessBlock {
  readonly blockPublicAcls: boolean;
  readonly ignorePublicAcls: boolean;
  readonly blockPublicPolicy: boolean;
  readonly restrictPublicBuckets: boolean;
}

/** A bucket with how it is set up. */
export interface Bucket {
  readonly bucket: string;
  readonly region: string;
  /** `Enabled`, `Suspended`, or `Disabled` if the bucket never had versions or the store does not implement them. */
  readonly versioning: string;
  /** `AES256`, `aws:kms` or `aws:kms:dsse`; absent where the bucket says nothing, which S3 takes for `AES256`. */
  readonly encryption?: string | undefined;
  readonly kmsKeyId?: string | undefined;
  /** Absent where the bucket blocks nothing. */
  readonly publicAccessBlock?: PublicAccessBlock | undefined;
  /** `BucketOwnerEnforced`: there are no ACLs. */
  readonly objectOwnership?: string | undefined;
  /** Whether versions can be kept from deletion. */
  readonly objectLock: boolean;
  readonly defaultRetention?: DefaultRetention | undefined;
  readonly tags: Tags;
}

/** A bucket as a listing has it. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Bucket.html */
export interface ListedBucket extends AwsResource {
  readonly bucket: string;
  readonly creationDate: Date;
  readonly bucketRegion?: string | undefined;
}

/** Parses one S3 `Bucket` structure. */
export const listedBucket = (): Schema<ListedBucket> =>
  resource<ListedBucket>(Bucket$, {
    bucket: from('Name', z.string()),
    creationDate: z.date(),
    bucketRegion: optionalString(),
  });
