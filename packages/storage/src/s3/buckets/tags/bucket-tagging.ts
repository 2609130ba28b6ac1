import { type AwsResource, from, resource, type Schema, tags, type Tags } from '@arch/core/builder';
import { Tagging$ } from '@aws-sdk/client-s3';

/** The tags of a bucket. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Tagging.html */
export interface BucketTagging extends AwsResource {
  /** The tags, by key. */
  readonly tags: Tags;
}

/** Parses one S3 `Tagging` structure. */
export const bucketTagging = (): Schema<BucketTagging> =>
  resource<BucketTagging>(Tagging$, { tags: from('TagSet', { type: tags().type, read: tags().read }) });
