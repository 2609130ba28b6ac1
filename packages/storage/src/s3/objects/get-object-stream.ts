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
} from '../object-reference.js';
import { bodyError, toGetRequest } from '../read-body.js';

export interface GetObjectStreamInput extends ObjectReference {
  /** The bytes to read. Default: the whole object. */
  readonly range?: ByteRange | undefined;
}

/**
 * Reads an object as a stream of chunks. The content is verified with the checksum that S3 stores, unless AWS's setting
 * `response_checksum_validation` is `when_required`. The stream fails if the connection breaks, if no data arrives for 30 s, if `signal` is
 * aborted, and after `timeoutMs` (no default). When the consumer stops, the connection is closed.
 *
 * @example
 * await pipeline(getObjectStream({ bucket: 'videos', key: 'film.mp4' }), createWriteStream('film.mp4'));
 * @throws {NotFoundError} there is no such object, version or bucket.
 * @throws {ConnectionError} the connection broke during the response.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const getObjectStream: StreamOperation<
  GetObjectStreamInput,
  Uint8Array,
  { on: 'bucket' | 'key' | 'prefix'; with: 'versionId' }
> = stream(() => ({
  name: 'getObjectStream',
  input: input<GetObjectStreamInput>({ ...objectReference(), range: z.optional(byteRange()) }),
  uses: [requestObjectBody],
  async *items(members, options) {
    const { body } = await requestObjectBody(members, options);
    const destroy = (): void => void body.destroy();
    options.signal?.addEventListener('abort', destroy, { once: true });
    try {
      for await (const chunk of body) yield chunk as Uint8Array;
      // A destroyed body ends without an error, like a complete one.
      options.signal?.throwIfAborted();
    } catch (error) {
      options.signal?.throwIfAborted();
      throw bodyError('getObjectStream', members.key, error);
    } finally {
      options.signal?.removeEventListener('abort', destroy);
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
