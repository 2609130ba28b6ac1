import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wireFrames } from './wire-frames.js';

function message(type: string, body: string): Buffer {
  const bytes = Buffer.alloc(5 + Buffer.byteLength(body));
  bytes.write(type);
  bytes.writeInt32BE(bytes.length - 1, 1);
  bytes.write(body, 5);
  return bytes;
}

describe('wireFrames', () => {
  it('returns the same messages for every division into chunks', () => {
    const messages = fc.array(fc.tuple(fc.constantFrom('D', 'C', 'Z'), fc.string()), { minLength: 1 });
    fc.assert(
      fc.property(messages, fc.integer({ min: 1, max: 9 }), (sent, chunkBytes) => {
        const stream = Buffer.concat(sent.map(([type, body]) => message(type, body)));
        const frames = wireFrames();
        // The next chunk has the same memory, as in Postgres.
        const chunk = Buffer.alloc(chunkBytes);
        const found: [string, string][] = [];
        for (let start = 0; start < stream.length; start += chunkBytes) {
          const length = stream.copy(chunk, 0, start);
          for (const { type, bytes } of frames(chunk.subarray(0, length)))
            found.push([type, bytes.toString('utf8', 5)]);
        }
        expect(found).toEqual(sent);
      }),
    );
  });
});
