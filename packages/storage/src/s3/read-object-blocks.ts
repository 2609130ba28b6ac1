import type { Readable } from 'node:stream';

import {
  type AwsResource,
  type CallOptions,
  input,
  loadLane,
  type OnBlock,
  operation,
  type Operation,
  optionalString,
  readBlocks,
  resource,
  z,
} from '@arch/core/builder';
import { s3 } from '@arch/services/s3';
import { GetObjectCommand, GetObjectOutput$ } from '@aws-sdk/client-s3';

import { checkRange } from './check-range.js';
import {
  type ByteRange,
  byteRange,
  type ObjectReference,
  objectReference,
  readPermissions,
} from './object-reference.js';
import { bodyError, toGetRequest } from './read-body.js';
import { readMetadata } from './read-metadata.js';

/** An object, and the bytes of it to read. Default: all. */
interface ObjectBytes extends ObjectReference {
  readonly range?: ByteRange | undefined;
}

/** Reads bytes of an object in blocks of about 1 MiB, in their order. `getObjectStream` would allocate new memory for every read. */
export const readObjectBlocks = async (
  members: ObjectBytes,
  onBlock: OnBlock,
  options: CallOptions,
): Promise<ObjectBlocks> => {
  const { signal } = options;
  const response = await requestObjectBlocks(members, options);
  const { body } = response;
  const destroy = (): void => void body.destroy();
  signal?.addEventListener('abort', destroy, { once: true });
  try {
    await readBlocks(body, onBlock);
    // A destroyed body ends without an error, like a complete one.
    signal?.throwIfAborted();
    return response;
  } catch (error) {
    signal?.throwIfAborted();
    throw bodyError('getObject', members.key, error);
  } finally {
    signal?.removeEventListener('abort', destroy);
    body.destroy();
  }
};

/** The content of an object, and what a download needs to know of it. */
export interface ObjectBlocks extends AwsResource {
  readonly body: Readable;
  readonly eTag?: string | undefined;
  readonly versionId?: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
}

export const requestObjectBlocks: Operation<ObjectBytes, ObjectBlocks> = operation(() => ({
  service: s3,
  command: GetObjectCommand,
  readsBlocks: loadLane,
  permissions: readPermissions,
  input: input<ObjectBytes>({ ...objectReference(), range: z.optional(byteRange()) }),
  output: resource<ObjectBlocks>(GetObjectOutput$, {
    body: z.custom<Readable>(),
    eTag: optionalString(),
    versionId: optionalString(),
    metadata: { type: z.record(z.string(), z.string()), read: readMetadata },
  }),
  request: toGetRequest,
  select: (response, members) => {
    checkRange('getObject', members, response);
    return response;
  },
}));
