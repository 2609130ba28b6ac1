import { type AwsResource, type Open, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { GetBucketVersioningOutput$ } from '@aws-sdk/client-s3';

/** Versioning states. `Disabled`: versioning was never enabled. */
export const bucketVersioningStatuses = ['Enabled', 'Suspended', 'Disabled'] as const;
export type BucketVersioningStatus = Open<(typeof bucketVersioningStatuses)[number]>;

/** The versioning state of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html */
export interface BucketVersioning extends AwsResource {
  /** The state: `Enabled`, `Suspended`, or `Disabled` if versioning was never enabled. */
  readonly status: BucketVersioningStatus;
  /** Whether the deletion of a version and a change of the versioning state require multi-factor authentication. */
  readonly mfaDelete: boolean;
}

/** Parses one S3 `GetBucketVersioningOutput` structure. */
export const bucketVersioning = (): Schema<BucketVersioning> =>
  resource<BucketVersioning>(GetBucketVersioningOutput$, {
    status: { type: openEnum(bucketVersioningStatuses), read: (value) => value ?? 'Disabled' },
    mfaDelete: { type: z.boolean(), read: (value) => value === 'Enabled' },
  });
