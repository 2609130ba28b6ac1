import { type AwsInput, input, listOperation, type ListOperation, text, z } from '@arch/core/builder';
import { bucketName, s3 } from '@arch/services/s3';
import { ListObjectVersionsCommand } from '@aws-sdk/client-s3';

import { decodeKeys, urlEncoding } from '../../url-encoded-keys.js';
import { objectVersion, type ObjectVersion } from './object-version.js';

export interface ListObjectVersionsInput extends AwsInput {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** Prefix of the keys, at most 1,024 characters. Default: all keys. */
  readonly prefix?: string | undefined;
}

/**
 * Lists versions and delete markers, 1,000 per request. Each page contains first versions, then delete markers, both in the order of their
 * keys, and for each key the newest first.
 *
 * @example
 * for await (const { key, versionId, isDeleteMarker } of listObjectVersions({ bucket: 'reports', prefix: '2026/' })) {
 *   console.log(key, versionId, isDeleteMarker);
 * }
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html
 */
export const listObjectVersions: ListOperation<ListObjectVersionsInput, ObjectVersion, { on: 'bucket' }> =
  listOperation(() => ({
    name: 'listObjectVersions',
    service: s3,
    command: ListObjectVersionsCommand,
    permissions: [{ action: 's3:ListBucketVersions', resources: ['bucket'] }],
    input: input<ListObjectVersionsInput>({ bucket: bucketName(), prefix: z.optional(text(0, 1_024)) }),
    request: ({ bucket }) => ({ Bucket: bucket, ...urlEncoding }),
    decode: decodeKeys('listObjectVersions'),
    item: objectVersion(),
    items: ({ Versions = [], DeleteMarkers = [] }) => [...Versions, ...DeleteMarkers],
    pages: {
      token: 'KeyMarker',
      next: 'NextKeyMarker',
      further: [{ token: 'VersionIdMarker', next: 'NextVersionIdMarker' }],
      more: 'IsTruncated',
      size: { member: 'MaxKeys', least: 1, most: 1_000 },
    },
  }));
