import { Readable } from 'node:stream';

import { type BodyGuard, brokenBody, watchIdle } from './body-guard.js';

const smallestBytes = 262_144;
const largestBytes = 67_108_864;

const owned = new WeakSet<Uint8Array>();

/** The body is larger than its limit. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/**
 * Reads a body completely. Rejects when the connection breaks, when no bytes arrive for too long, when the call ends, and when the body is
 * larger than `limitBytes`.
 */
export const collectBody = async (
  body: unknown,
  guard: BodyGuard,
  { lengthBytes = Number.NaN, limitBytes = Infinity }: { lengthBytes?: number; limitBytes?: number } = {},
): Promise<Uint8Array> => {
  const source = sourceOf(body);
  if (source instanceof Uint8Array) {
    guard.release();
    return source;
  }
  return new Promise((resolve, reject) => {
    const parts = partsFor(lengthBytes);
    const watch = watchIdle(
      () => source.readableLength,
      guard,
      (error) => fail(error),
    );
    const finish = (): void => {
      watch.stop();
      guard.release();
      // An error after the end, such as a reset of the idle connection, is ignored.
      source.on('error', () => undefined);
      source.off('data', onData).off('end', onEnd).off('error', fail).off('close', onClose);
    };
    const fail = (error: Error): void => {
      finish();
      source.destroy();
      reject(error);
    };
    const onData = (chunk: Uint8Array | string): void => {
      watch.arrived();
      parts.add(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
      if (parts.bytes > limitBytes) fail(new BodyTooLargeError(`the body is larger than ${limitBytes} bytes`));
    };
    const onEnd = (): void => {
      finish();
      resolve(parts.join());
    };
    const onClose = (): void => fail(source.errored ?? brokenBody());
    if (source.destroyed && !source.readableEnded) return onClose();
    source.on('data', onData).once('end', onEnd).once('error', fail).once('close', onClose);
  });
};

/** Converts a body to bytes or a Node.js stream. */
const sourceOf = (body: unknown): Uint8Array | Readable => {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof Uint8Array || body instanceof Readable) return body;
  return Readable.from(body as AsyncIterable<Uint8Array>);
};

/** The bytes of a body that have arrived. */
interface Parts {
  readonly bytes: number;
  add(chunk: Uint8Array): void;
  join(): Uint8Array;
}

/** A large body of known length is stored in one buffer, whose memory can be released. */
const partsFor = (lengthBytes: number): Parts =>
  lengthBytes >= smallestBytes && lengthBytes <= largestBytes ? oneBuffer(lengthBytes) : chunkList();

const chunkList = (): Parts => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  return {
    get bytes() {
      return bytes;
    },
    add: (chunk) => {
      chunks.push(chunk);
      bytes += chunk.length;
    },
    join: () => (chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, bytes)),
  };
};

const oneBuffer = (lengthBytes: number): Parts => {
  const memory = Buffer.allocUnsafeSlow(lengthBytes);
  const rest = chunkList();
  let at = 0;
  return {
    get bytes() {
      return at + rest.bytes;
    },
    add: (chunk) => {
      if (at + chunk.length > lengthBytes || rest.bytes > 0) return rest.add(chunk);
      memory.set(chunk, at);
      at += chunk.length;
    },
    join: () => {
      if (rest.bytes > 0) return Buffer.concat([memory.subarray(0, at), rest.join()]);
      if (at < lengthBytes) return memory.subarray(0, at);
      owned.add(memory);
      return memory;
    },
  };
};

/** Releases the memory of a body immediately, if nothing else refers to it: V8 frees large buffers late. */
export const releaseBody = (bytes: Uint8Array): void => {
  if (owned.delete(bytes)) (bytes.buffer as ArrayBuffer).transfer(0);
};
