import type { Readable } from 'node:stream';

type Collect = (stream: unknown) => Promise<Uint8Array>;

const smallestBytes = 262_144;
const largestBytes = 67_108_864;

const owned = new WeakSet<Uint8Array>();

/** Collects a large body of known length into one piece of memory that can be given back, and leaves all others to the SDK. */
export const collectBody =
  (collect: Collect): Collect =>
  async (stream) => {
    const { headers } = stream as { readonly headers?: Readonly<Record<string, string | undefined>> };
    const length = Number(headers?.['content-length']);
    if (!(length >= smallestBytes && length <= largestBytes)) return collect(stream);
    const bytes = Buffer.allocUnsafeSlow(length);
    let at = 0;
    for await (const chunk of stream as Readable) {
      bytes.set(chunk as Uint8Array, at);
      at += (chunk as Uint8Array).length;
    }
    if (at < length) return bytes.subarray(0, at);
    owned.add(bytes);
    return bytes;
  };

/** Gives the memory of a body back at once, where it is known that nobody else has it: V8 frees large pieces late. */
export const releaseBody = (bytes: Uint8Array): void => {
  if (owned.delete(bytes)) (bytes.buffer as ArrayBuffer).transfer(0);
};
