import { createSession, type Session } from '@arch/core';
import { FakeClock } from '@arch/core/testing';

import { nodeTransport } from '../../../core/src/transport/node-transport.js';
import {
  rememberSentOperation,
  sentOperation,
  type SentOperation,
} from '../../../core/src/transport/sent-operation.js';
import type { Transport } from '../../../core/src/transport/transport.js';
import type { FakeTransport } from '../../../core/src/testing/fake-transport.js';
import { readBody } from '../../../core/src/testing/read-body.js';
import { path } from '../random.js';
import { deliveryHeader, type SocketServer } from './socket-server.js';
import type { Delivery } from './splits.js';

/** A request of the SDK, with its body in one piece. */
export type Request = Parameters<FakeTransport['handle']>[0];
export type Response = Awaited<ReturnType<Transport['handle']>>;

/** The server for a request and the bytes of its response, or a response without a network. */
export type Route = { readonly server: SocketServer; readonly delivery: Delivery } | Response;

/** Returns the route of each request. */
export type Router = (request: Request, operation: SentOperation, signal?: AbortSignal) => Promise<Route>;

/** The maximum number of attempts of one AWS call. */
export const attempts = 2;

/** Creates a session that sends requests through the real transport of Node to the servers that `route` returns. */
export const socketSession = (
  route: Router,
  clock: FakeClock = new FakeClock(),
  credentials = { accessKeyId: 'AKIAFAKEAWSFAKEAWSFA', secretAccessKey: 'fake' },
): Session => {
  const sockets = nodeTransport({ connectMs: 20_000, maxSockets: 50 });
  const handle: Transport['handle'] = async (request, options) => {
    const operation = sentOperation(request)!;
    // The request of the SDK is not changed, because its retries use it.
    const own = (request as Request).clone() as Request;
    const body = await readBody(request.body);
    own.body = body === '' ? undefined : body;
    rememberSentOperation(own, operation);
    const routed = await route(own, operation, options?.abortSignal);
    if ('response' in routed) return routed;
    const { server, delivery } = routed;
    own.protocol = server.protocol;
    own.hostname = '127.0.0.1';
    own.port = server.port;
    own.headers['host'] = `127.0.0.1:${server.port}`;
    own.headers[deliveryHeader] = server.prepare(delivery);
    return sockets.handle(own, options);
  };
  const transport = { handle, destroy: () => sockets.destroy() };
  return createSession({ credentials, region: 'us-east-1', transport, clock, maxAttempts: attempts, path });
};
