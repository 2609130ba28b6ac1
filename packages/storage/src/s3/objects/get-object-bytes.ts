import { input, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetObjectCommand } from '@aws-sdk/client-s3';

import {
  type ByteRange,
  byteRange,
  type ObjectReference,
  objectReference,
  readPermissions,
} from '../object-reference.js';
import { objectBytes, readBody, toGetRequest } from '../read-body.js';

export interface GetObjectBytesInput extends ObjectReference {
  /** The bytes to read. Default: the whole object. */
  readonly range?: ByteRange | undefined;
}

/**
 * Reads an object as bytes. The whole content is in memory; use `getObjectStream` for large objects. The content is verified with the checksum
 * that S3 stores, unless AWS's setting `response_checksum_validation` is `when_required`. If the connection breaks, content of
 * up to 1 MiB is requested again; the call never returns incomplete content.
 *
 * @example
 * const picture = await getObjectBytes({ bucket: 'pictures', key: 'street.jpg' });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {ConflictError} the object is archived and not restored, or its ETag is not `ifMatch`.
 * @throws {ConnectionError} the connection broke during the response.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const getObjectBytes: Operation<
  GetObjectBytesInput,
  Uint8Array,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = operation(() => ({
  name: 'getObjectBytes',
  service: s3,
  command: GetObjectCommand,
  permissions: readPermissions,
  input: input<GetObjectBytesInput>({ ...objectReference(), range: z.optional(byteRange()) }),
  output: objectBytes(),
  request: toGetRequest,
  readsWhole: true,
  select: readBody('getObjectBytes'),
}));
