import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { UnexpectedResponseError } from '@arch/core';

/** Decompresses chunks with gzip. */
export async function* gunzip(
  key: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const source = Readable.from(chunks);
  const target = createGunzip();
  source.once('error', (error) => target.destroy(error));
  source.pipe(target);
  try {
    for await (const chunk of target) yield chunk as Uint8Array;
  } catch (cause) {
    throw isZlibError(cause) ? damaged(key, cause) : cause;
  } finally {
    source.destroy();
    target.destroy();
  }
}

const isZlibError = (error: unknown): error is Error =>
  error instanceof Error && /^Z_/.test(String((error as NodeJS.ErrnoException).code));

const damaged = (id: string, cause: Error): UnexpectedResponseError =>
  new UnexpectedResponseError(
    `getObject: ${id} starts like gzip but cannot be decompressed: ${cause.message}. Omit decompress to read it as stored.`,
    { operation: 'getObject', resource: 'object', id, cause },
  );
