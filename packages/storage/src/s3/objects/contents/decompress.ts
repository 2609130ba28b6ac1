import { Readable } from 'node:stream';
import type * as zlib from 'node:zlib';

import { UnexpectedResponseError } from '@arch/core';

import { isGzip } from '../parse-content.js';

/** Decompresses chunks that start with the signature of gzip, and yields other chunks unchanged. */
export async function* decompress(
  key: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = chunks[Symbol.asyncIterator]();
  let start: Uint8Array = new Uint8Array();
  try {
    while (start.byteLength < 3) {
      const next = await iterator.next();
      if (next.done) break;
      start = Buffer.concat([start, next.value]);
    }
    const all = withStart(start, iterator);
    yield* isGzip(start) ? gunzip(key, all) : all;
  } finally {
    await iterator.return?.();
  }
}

async function* withStart(
  start: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (start.byteLength > 0) yield start;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
}

async function* gunzip(key: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  // Loaded at its first use, because few programs need it.
  const { createGunzip }: typeof zlib = process.getBuiltinModule('node:zlib');
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

/** Yields the chunk, unless it is empty. */
export async function* only(chunk: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  if (chunk.byteLength > 0) yield chunk;
}
