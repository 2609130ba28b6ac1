import type { HttpRequest } from '@arch/core/sdk';
import { vi } from 'vitest';

import { FakeTransport } from '../../../core/src/testing/fake-transport.js';

type Handle = FakeTransport['handle'];

/** Records the requests of all fake AWSs until `stop` is called, as they would be sent: with their signatures. */
export const recordRawRequests = (): { readonly recorded: readonly SentPart[]; readonly stop: () => void } => {
  const recorded: SentPart[] = [];
  const handle: Handle = FakeTransport.prototype.handle;
  const spy = vi.spyOn(FakeTransport.prototype, 'handle').mockImplementation(function (
    this: FakeTransport,
    request,
    options,
  ) {
    recorded.push(sentPart(request));
    return handle.call(this, request, options);
  });
  return { recorded, stop: () => spy.mockRestore() };
};

/** The members of a request that are sent. */
export interface SentPart extends Pick<HttpRequest, 'method' | 'protocol' | 'hostname' | 'path' | 'query' | 'headers'> {
  readonly port?: number | undefined;
  readonly body?: unknown;
}

/** Returns a copy of the members of a request that are sent. */
export const sentPart = ({ method, protocol, hostname, port, path, query, headers, body }: SentPart): SentPart =>
  structuredClone({ method, protocol, hostname, port, path, query, headers, body: copied(body) });

/** The bytes of a body; a stream is read by the request. */
const copied = (body: unknown): unknown => {
  if (typeof body === 'string') return Buffer.from(body).toString('latin1');
  if (!(body instanceof Uint8Array)) return typeof body;
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1');
};
