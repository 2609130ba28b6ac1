import type { Readable } from 'node:stream';

import { input, operation, type Operation, resource, stream, type StreamOperation, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetObjectCommand, GetObjectOutput$ } from '@aws-sdk/client-s3';

import { checkRange } from '../check-range.js';
import {
  type ByteRange,
  byteRange,
  type ObjectReference,
  objectReference,
  readPermissions,
} from './object-reference.js';
import { bodyError, toGetRequest } from './read-body.js';

export interface GetObjectStreamInput extends ObjectReference {
  /** Only these bytes. Default: all. */
  readonly range?: ByteRange | undefined;
}

/**
 * Streams an object in chunks as they come, checked against the checksum that S3 stores of it, unless AWS's setting
 * `response_checksum_validation` is `when_required`. It ends with an error when it is cut off or
 * stands still, when `signal` is aborted, and at `timeoutMs` where one is given; the connection is closed when the consumer stops.
 *
 * @example
 * await pipeline(getObjectStream({ bucket: 'videos', key: 'film.mp4' }), createWriteStream('film.mp4'));
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {ConnectionError} the connection broke in the middle of it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const getObjectStream: StreamOperation<GetObjectStreamInput, Uint8Array> = stream(() => ({
  name: 'getObjectStream',
  input: input<GetObjectStreamInput>({ ...objectReference(), range: z.optional(byteRange()) }),
  uses: [requestObjectBody],
  async *items(members, options) {
    const { body } = await requestObjectBody(members, options);
    const end = (): void => void body.destroy();
    options.signal?.addEventListener('abort', end, { once: true });
    try {
      for await (const chunk of body) yield chunk as Uint8Array;
      // A body that was ended from here ends like a whole one.
      options.signal?.throwIfAborted();
    } catch (error) {
      options.signal?.throwIfAborted();
      throw bodyError('getObjectStream', members.key, error);
    } finally {
      options.signal?.removeEventListener('abort', end);
      body.destroy();
    }
  },
}));

interface ObjectBody {
  readonly body: Readable;
}

const requestObjectBody: Operation<GetObjectStreamInput, ObjectBody> = operation(() => ({
  name: 'getObjectStream',
  service: s3,
  command: GetObjectCommand,
  permissions: readPermissions,
  input: input<GetObjectStreamInput>({ ...objectReference(), range: z.optional(byteRange()) }),
  output: resource<ObjectBody>(GetObjectOutput$, { body: z.custom<Readable>() }),
  request: toGetRequest,
  select: (response, members) => {
    checkRange('getObjectStream', members, response);
    return response;
  },
}));
