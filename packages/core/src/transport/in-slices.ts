import { Readable } from 'node:stream';

import type { Transport, TransportRequest } from './transport.js';

const sliceBytes = 262_144;

/** From this size on, a body is sent in slices. */
export const leastSlicedBytes = 1_048_576;

/** Sends large bodies over TLS in slices. Otherwise it encrypts a body of 8 MiB at once, and keeps the result in memory until the network has taken it. */
export const inSlices = (transport: Transport): Transport => ({
  handle: (request, options) => transport.handle(sliced(request), options),
  destroy: () => transport.destroy(),
});

/** The request itself is not changed: its retries send the same bytes again. */
const sliced = (request: TransportRequest): TransportRequest => {
  const { body, protocol } = request;
  if (protocol !== 'https:' || !(body instanceof Uint8Array) || body.byteLength < leastSlicedBytes) return request;
  return Object.create(request, {
    body: { value: Readable.from(slicesOf(body), { objectMode: false, highWaterMark: 1 }) },
  }) as TransportRequest;
};

function* slicesOf(body: Uint8Array): Generator<Buffer, void, undefined> {
  for (let from = 0; from < body.byteLength; from += sliceBytes) {
    const end = Math.min(body.byteLength, from + sliceBytes);
    yield Buffer.from(body.buffer, body.byteOffset + from, end - from);
  }
}
