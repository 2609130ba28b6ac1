import { input, listOperation, type ListOperation } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { ListPartsCommand } from '@aws-sdk/client-s3';

import { listedPart, type ListedPart } from './listed-part.js';
import { type MultipartUploadReference, multipartUploadReference } from './multipart-upload.js';

export interface ListPartsInput extends MultipartUploadReference {}

/**
 * Lists the uploaded parts of a multipart upload in the order of their numbers, 1,000 per request: to continue an upload, or to complete it.
 *
 * @example
 * const parts = await listParts({ bucket: 'videos', key: 'film.mp4', uploadId }).toArray();
 * await completeMultipartUpload({ bucket: 'videos', key: 'film.mp4', uploadId, parts });
 * @throws {NotFoundError} there is no such upload: it is completed or aborted.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html
 */
export const listParts: ListOperation<ListPartsInput, ListedPart, { on: 'bucket' | 'key' | 'prefix' }> = listOperation(
  () => ({
    name: 'listParts',
    service: s3,
    command: ListPartsCommand,
    permissions: [{ action: 's3:ListMultipartUploadParts', resources: ['object'] }],
    input: input<ListPartsInput>(multipartUploadReference()),
    item: listedPart(),
    items: ({ Parts }) => Parts,
    pages: {
      token: 'PartNumberMarker',
      next: 'NextPartNumberMarker',
      more: 'IsTruncated',
      size: { member: 'MaxParts', least: 1, most: 1_000 },
    },
  }),
);
