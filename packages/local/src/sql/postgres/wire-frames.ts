/** A message of Postgres's protocol: a letter, a length that includes its own bytes, and the body. */
export interface WireFrame {
  readonly type: string;
  /** The whole message. Valid until the next chunk is read. */
  readonly bytes: Buffer;
}

const headerBytes = 5;

/** Returns a function that divides chunks of a stream into messages. An incomplete message is kept until the next chunk. */
export function wireFrames(): (chunk: Uint8Array) => Generator<WireFrame> {
  let rest: Buffer = Buffer.alloc(0);
  return function* frames(chunk) {
    const bytes = rest.length === 0 ? bufferOf(chunk) : Buffer.concat([rest, chunk]);
    let start = 0;
    while (start + headerBytes <= bytes.length) {
      const end = start + 1 + bytes.readInt32BE(start + 1);
      if (end > bytes.length) break;
      yield { type: String.fromCharCode(bytes.readUInt8(start)), bytes: bytes.subarray(start, end) };
      start = end;
    }
    // A copy, because the chunk is memory of Postgres, which the next chunk overwrites.
    rest = Buffer.from(bytes.subarray(start));
  };
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
