import { type AwsInput, input, listOperation, type ListOperation, text, z } from '@arch/core/builder';
import { bucketName, s3 } from '@arch/services/s3';
import { ListMultipartUploadsCommand } from '@aws-sdk/client-s3';

import { decodeKeys, urlEncoding } from '../url-encoded-keys.js';
import { multipartUpload, type MultipartUpload } from './multipart-upload.js';

export interface ListMultipartUploadsInput extends AwsInput {
  /** The name of the bucket, or the ARN of an access point. */
  readonly bucket: string;
  /** Prefix of the object key, at most 1,024 characters. Default: all keys. */
  readonly prefix?: string | undefined;
}

/**
 * Lists multipart uploads that are in progress, 1,000 per request. AWS bills their parts until the uploads are completed or aborted.
 *
 * @example
 * for await (const { key, uploadId } of listMultipartUploads({ bucket: 'videos' })) {
 *   await abortMultipartUpload({ bucket: 'videos', key, uploadId });
 * }
 * @throws {NotFoundError} there is no such bucket.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html
 */
export const listMultipartUploads: ListOperation<ListMultipartUploadsInput, MultipartUpload, { on: 'bucket' }> =
  listOperation(() => ({
    name: 'listMultipartUploads',
    service: s3,
    command: ListMultipartUploadsCommand,
    permissions: [{ action: 's3:ListBucketMultipartUploads', resources: ['bucket'] }],
    input: input<ListMultipartUploadsInput>({ bucket: bucketName(), prefix: z.optional(text(0, 1_024)) }),
    request: ({ bucket }) => ({ Bucket: bucket, ...urlEncoding }),
    decode: decodeKeys('listMultipartUploads'),
    item: multipartUpload(),
    items: ({ Uploads }) => Uploads,
    pages: {
      token: 'KeyMarker',
      next: 'NextKeyMarker',
      further: [{ token: 'UploadIdMarker', next: 'NextUploadIdMarker' }],
      more: 'IsTruncated',
      size: { member: 'MaxUploads', least: 1, most: 1_000 },
    },
  }));
