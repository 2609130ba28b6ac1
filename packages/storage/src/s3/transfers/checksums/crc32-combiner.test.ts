import { crc32 } from 'node:zlib';

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { crc32Combiner } from './crc32-combiner.js';

it('returns the CRC32 of the whole content, for any split of it', () => {
  const combine = crc32Combiner();
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 12 }), (parts) => {
      const combined = parts.reduce((crc, part) => combine(crc, crc32(part), part.byteLength), 0);
      expect(combined).toBe(crc32(Buffer.concat(parts)));
    }),
  );
});

it('combines parts of more than 4 GiB', () => {
  // Zeros after a CRC, in steps of 1 MiB and at once.
  const zeros = Buffer.alloc(1_048_576);
  const combine = crc32Combiner();
  const parts = 5_000;
  const ofPart = crc32(zeros);
  let stepwise = crc32('start');
  let ofZeros = 0;
  for (let part = 0; part < parts; part++) {
    stepwise = combine(stepwise, ofPart, zeros.byteLength);
    ofZeros = combine(ofZeros, ofPart, zeros.byteLength);
  }
  expect(combine(crc32('start'), ofZeros, parts * zeros.byteLength)).toBe(stepwise);
});
