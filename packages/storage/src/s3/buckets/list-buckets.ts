import { type AwsInput, input, listOperation, type ListOperation, text, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { ListBucketsCommand } from '@aws-sdk/client-s3';

import { listedBucket, type ListedBucket } from './bucket.js';

export interface ListBucketsInput extends AwsInput {
  /** Prefix of the bucket name, 1–63 characters. Default: all buckets. */
  readonly prefix?: string | undefined;
  /** A region, e.g. `eu-west-1`. Default: buckets of all regions. */
  readonly bucketRegion?: string | undefined;
}

/**
 * Lists the buckets of the account in all regions, 1,000 per request.
 *
 * @example
 * for await (const { bucket, creationDate } of listBuckets({ prefix: 'reports-' })) console.log(bucket, creationDate);
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html
 */
export const listBuckets: ListOperation<ListBucketsInput, ListedBucket> = listOperation(() => ({
  name: 'listBuckets',
  service: s3,
  command: ListBucketsCommand,
  permissions: ['s3:ListAllMyBuckets'],
  input: input<ListBucketsInput>({ prefix: z.optional(text(1, 63)), bucketRegion: z.optional(text(1, 64)) }),
  item: listedBucket(),
  items: ({ Buckets }) => Buckets,
  pages: { token: 'ContinuationToken', size: { member: 'MaxBuckets', least: 1, most: 1_000 } },
}));
