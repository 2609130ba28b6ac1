import { InvalidInputError } from '@arch/core';
import { runUserFunction, takeBody } from '@arch/core/builder';

import type { LocalAttributes } from './attributes/index.js';
import type { FileIdentity } from './journals/index.js';
import type { PartSizes } from './part-sizes.js';

/** The content of an upload, which is read part by part. */
export interface UploadSource {
  /** The size in bytes. Absent if it is not known before the end. */
  readonly sizeBytes?: number | undefined;
  /** The attributes of a file. */
  readonly attributes?: LocalAttributes | undefined;
  /** The file with the content. Absent for other sources. */
  readonly file?: FileIdentity | undefined;
  /** Reads the content from its start. Can be called only once. The parts do not share memory. */
  parts(sizeOf: PartSizes): AsyncIterable<Uint8Array>;
  /** Gives the memory of a part back, for a later part. */
  free?(part: Uint8Array): void;
  close(): Promise<void>;
}

/** Returns the source for bytes in memory. */
export const bytesSource = (bytes: Uint8Array): UploadSource => ({
  sizeBytes: bytes.byteLength,
  async *parts(sizeOf) {
    for (let from = 0, index = 0; index === 0 || from < bytes.byteLength; index++) {
      const size = sizeOf(index);
      yield bytes.subarray(from, from + size);
      from += size;
    }
  },
  close: async () => undefined,
});

const toBytes = (chunk: unknown): Uint8Array => {
  if (chunk instanceof Uint8Array) return chunk;
  if (typeof chunk === 'string') return Buffer.from(chunk);
  throw new InvalidInputError(
    `uploadFile: body must yield bytes or text (got ${chunk === null ? 'null' : `a value of type ${typeof chunk}`}).`,
    { operation: 'uploadFile' },
  );
};

/**
 * Returns the source for a stream. A stream that is not read to its end is destroyed. A stream that was already read is rejected: otherwise the
 * object would be replaced with incomplete or no content.
 */
export const streamSource = (chunks: AsyncIterable<Uint8Array | string>): UploadSource => {
  let ended = false;
  takeBody(chunks, { operation: 'uploadFile', member: 'body' });
  const iterator = chunks[Symbol.asyncIterator]();
  const read = (): Promise<IteratorResult<Uint8Array | string>> => runUserFunction(() => iterator.next());
  return {
    async *parts(sizeOf) {
      let part = Buffer.allocUnsafeSlow(sizeOf(0));
      let filled = 0;
      let count = 0;
      let hasYielded = false;
      for (let next = await read(); !next.done; next = await read()) {
        const chunk = toBytes(next.value);
        hasYielded = true;
        for (let from = 0; from < chunk.byteLength;) {
          const piece = chunk.subarray(from, from + part.byteLength - filled);
          part.set(piece, filled);
          from += piece.byteLength;
          filled += piece.byteLength;
          if (filled < part.byteLength) continue;
          yield part;
          part = Buffer.allocUnsafeSlow(sizeOf(++count));
          filled = 0;
        }
      }
      ended = true;
      if (!hasYielded && isGenerator(chunks)) throw noContent();
      if (filled > 0 || count === 0) yield part.subarray(0, filled);
    },
    close: async () => {
      if (ended) return;
      (chunks as { destroy?: () => void }).destroy?.();
      // Not awaited, because the source of the chunks may hang.
      void Promise.resolve(iterator.return?.()).catch(() => undefined);
    },
  };
};

/** The state of a generator is not visible: a generator without content looks like one that was already read. */
const isGenerator = (chunks: object): boolean => typeof (chunks as { next?: unknown }).next === 'function';

const noContent = (): InvalidInputError =>
  new InvalidInputError(
    'uploadFile: body is a generator that yields nothing, perhaps because it was already read. Pass a new generator. For an empty object, ' +
      'pass new Uint8Array(0).',
    { operation: 'uploadFile' },
  );
