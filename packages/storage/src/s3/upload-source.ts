import { InvalidInputError } from '@arch/core';
import { runUserFunction, takeBody } from '@arch/core/builder';

import type { FileIdentity } from './file-identity.js';
import type { LocalAttributes } from './local-attributes.js';

/** The size of each part, by its index from 0. */
export type PartSizes = (index: number) => number;

/** The function that uploads, and what it creates, for error messages. */
export interface UploadTarget {
  readonly operation: string;
  readonly creates: 'object' | 'archive';
}

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

const toBytes = (chunk: unknown, { operation }: UploadTarget): Uint8Array => {
  if (chunk instanceof Uint8Array) return chunk;
  if (typeof chunk === 'string') return Buffer.from(chunk);
  throw new InvalidInputError(
    `${operation}: body must yield bytes or text (got ${chunk === null ? 'null' : `a value of type ${typeof chunk}`}).`,
    { operation },
  );
};

type Chunks = AsyncIterable<Uint8Array | string>;

/**
 * Returns the source for a stream. A stream that is not read to its end is destroyed. A stream that was already read is rejected: otherwise the
 * object would be replaced with incomplete or no content. So is one that does not have its `sizeBytes`.
 */
export const streamSource = (chunks: Chunks, target: UploadTarget, sizeBytes?: number): UploadSource => {
  let ended = false;
  takeBody(chunks, { operation: target.operation, member: 'body' });
  const iterator = chunks[Symbol.asyncIterator]();
  const read = async (): Promise<IteratorResult<Uint8Array | string>> => {
    const next = await runUserFunction(() => iterator.next());
    ended = next.done === true;
    return next;
  };
  return {
    sizeBytes,
    parts: (sizeOf) =>
      inParts(checked(read, { target, sizeBytes, isGenerator: isGenerator(chunks) }), sizeOf, sizeBytes),
    close: async () => {
      if (ended) return;
      (chunks as { destroy?: () => void }).destroy?.();
      // Not awaited, because the source of the chunks may hang.
      void Promise.resolve(iterator.return?.()).catch(() => undefined);
    },
  };
};

/** Yields the chunks as bytes. Throws if there are none, or not as many bytes as `sizeBytes`. */
async function* checked(
  read: () => Promise<IteratorResult<Uint8Array | string>>,
  { target, sizeBytes, isGenerator }: { target: UploadTarget; sizeBytes: number | undefined; isGenerator: boolean },
): AsyncGenerator<Uint8Array, void, undefined> {
  let [total, hasYielded] = [0, false];
  for (let next = await read(); !next.done; next = await read()) {
    const chunk = toBytes(next.value, target);
    hasYielded = true;
    total += chunk.byteLength;
    if (total > (sizeBytes ?? Infinity)) throw wrongLength(target, sizeBytes, 'more');
    yield chunk;
  }
  if (!hasYielded && isGenerator) throw noContent(target);
  if (total < (sizeBytes ?? 0)) throw wrongLength(target, sizeBytes, total);
}

/** Copies chunks to parts. There is always one part. */
async function* inParts(
  chunks: AsyncIterable<Uint8Array>,
  sizeOf: PartSizes,
  sizeBytes = Infinity,
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = sizeBytes;
  let count = 0;
  let part = Buffer.allocUnsafeSlow(Math.min(sizeOf(0), left));
  let filled = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.byteLength;) {
      const piece = chunk.subarray(from, from + part.byteLength - filled);
      part.set(piece, filled);
      from += piece.byteLength;
      filled += piece.byteLength;
      left -= piece.byteLength;
      if (filled < part.byteLength) continue;
      yield part;
      part = Buffer.allocUnsafeSlow(Math.min(sizeOf(++count), left));
      filled = 0;
    }
  }
  if (filled > 0 || count === 0) yield part.subarray(0, filled);
}

/** The state of a generator is not visible: a generator without content looks like one that was already read. */
const isGenerator = (chunks: object): boolean => typeof (chunks as { next?: unknown }).next === 'function';

const noContent = ({ operation, creates }: UploadTarget): InvalidInputError =>
  new InvalidInputError(
    `${operation}: body is a generator that yields nothing, perhaps because it was already read. Pass a new generator.` +
      (creates === 'object' ? ' For an empty object, pass new Uint8Array(0).' : ''),
    { operation },
  );

const wrongLength = (
  { operation, creates }: UploadTarget,
  sizeBytes: number | undefined,
  got: number | 'more',
): InvalidInputError =>
  new InvalidInputError(
    `${operation}: body must yield as many bytes as sizeBytes, ${sizeBytes} (got ${got}). No ${creates} was written.`,
    { operation },
  );
