import { type AwsInput, input, listOperation, type ListOperation, text, z } from '@arch/core/builder';
import { bucketName, s3 } from '@arch/services/s3';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';

import { listedObject, type ListedObject } from './listed-object.js';

export interface ListObjectsInput extends AwsInput {
  readonly bucket: string;
  /** Only keys that begin with it. */
  readonly prefix?: string | undefined;
  /** Only keys after it, in the order of their bytes in UTF-8. */
  readonly startAfter?: string | undefined;
}

/**
 * Lists objects in the order of their keys, 1,000 in a request, one page ahead of the consumer.
 *
 * @example
 * for await (const { key, sizeBytes } of listObjects({ bucket: 'reports', prefix: '2026/' })) console.log(key, sizeBytes);
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export const listObjects: ListOperation<ListObjectsInput, ListedObject, { on: 'bucket' }> = listOperation(() => ({
  name: 'listObjects',
  service: s3,
  command: ListObjectsV2Command,
  permissions: [{ action: 's3:ListBucket', resources: ['bucket'] }],
  input: input<ListObjectsInput>({
    bucket: bucketName(),
    prefix: z.optional(text(0, 1_024)),
    startAfter: z.optional(text(0, 1_024)),
  }),
  item: listedObject(),
  items: ({ Contents }) => Contents,
  pages: {
    token: 'ContinuationToken',
    next: 'NextContinuationToken',
    size: { member: 'MaxKeys', least: 1, most: 1_000 },
  },
}));
