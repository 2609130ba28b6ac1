import { isGzip } from '../parse-content.js';

/**
 * Decompresses chunks that start with the signature of gzip, and yields other chunks unchanged. Calls `stop` when it ends: it reads ahead, and
 * the end of a consumer must not wait for the next chunk.
 */
export async function* decompress(
  key: string,
  chunks: AsyncIterable<Uint8Array>,
  stop: () => void = () => undefined,
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
    if (!isGzip(start)) yield* all;
    else {
      // Loaded at its first use, because few programs need it.
      const { gunzip } = await import('./gunzip.js');
      yield* gunzip(key, all);
    }
  } finally {
    stop();
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

/** Yields the chunk, unless it is empty. */
export async function* only(chunk: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  if (chunk.byteLength > 0) yield chunk;
}
