import { input, operation, type Operation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetObjectCommand } from '@aws-sdk/client-s3';

import {
  type ByteRange,
  byteRange,
  type ObjectReference,
  objectReference,
  readPermissions,
} from './object-reference.js';
import { objectBytes, readBody, toGetRequest } from './read-body.js';

export interface GetObjectBytesInput extends ObjectReference {
  /** Only these bytes. Default: all. */
  readonly range?: ByteRange | undefined;
}

/**
 * Gets an object as bytes, checked against the checksum that S3 stores of it, unless AWS's setting `response_checksum_validation` is
 * `when_required`. All of it is in memory: `getObjectStream` is for large ones.
 * An object that is cut off is an error, never a shorter one.
 *
 * @example
 * const picture = await getObjectBytes({ bucket: 'pictures', key: 'street.jpg' });
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {ConflictError} it is archived and not restored, or not what `ifMatch` says.
 * @throws {ConnectionError} the connection broke in the middle of it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const getObjectBytes: Operation<GetObjectBytesInput, Uint8Array> = operation(() => ({
  name: 'getObjectBytes',
  service: s3,
  command: GetObjectCommand,
  permissions: readPermissions,
  input: input<GetObjectBytesInput>({ ...objectReference(), range: z.optional(byteRange()) }),
  output: objectBytes(),
  request: toGetRequest,
  select: readBody('getObjectBytes'),
}));
