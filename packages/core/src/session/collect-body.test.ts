import { Readable } from 'node:stream';

import { expect, it } from 'vitest';

import { collectBody, releaseBody } from './collect-body.js';

const inPieces = (bytes: Uint8Array, length: number | string | undefined): Readable =>
  Object.assign(Readable.from([bytes.subarray(0, 1_000), bytes.subarray(1_000)]), {
    headers: { 'content-length': length === undefined ? undefined : String(length) },
  });
const bytes = Buffer.alloc(300_000, 'abc');
const sdks = Buffer.from("the SDK's");
const collect = collectBody(async () => sdks);

it('collects a large body of known length in one piece, whose memory can be given back', async () => {
  const collected = await collect(inPieces(bytes, bytes.length));
  expect(Buffer.compare(collected, bytes)).toBe(0);
  releaseBody(collected);
  expect(collected.length).toBe(0);
});

it('gives what came of a body that is shorter than it was to be, and does not give back what it does not own', async () => {
  const collected = await collect(inPieces(bytes, bytes.length + 1));
  expect(Buffer.compare(collected, bytes)).toBe(0);
  releaseBody(collected);
  expect(collected.length).toBe(bytes.length);
});

it.each([undefined, 1_000, 70_000_000, 'many'])('leaves a body of length %s to the SDK', async (length) => {
  expect(await collect(inPieces(bytes, length))).toBe(sdks);
});

it('ends with the error that a body ends with', async () => {
  const body = inPieces(bytes, bytes.length);
  const end = new Error('reset');
  body.once('data', () => body.destroy(end));
  await expect(collect(body)).rejects.toBe(end);
});
