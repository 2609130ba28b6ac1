import { createSession, type Session } from '@arch/core';
import { FakeClock } from '@arch/core/testing';

import { nodeTransport } from '../../../packages/core/src/session/node-transport.js';
import {
  rememberSentOperation,
  sentOperation,
  type SentOperation,
} from '../../../packages/core/src/session/sent-operation.js';
import type { Transport } from '../../../packages/core/src/session/transport.js';
import { AnswerBook } from '../../../packages/core/src/testing/answer-book.js';
import { defaultAnswers } from '../../../packages/core/src/testing/default-answers.js';
import { FakeTransport } from '../../../packages/core/src/testing/fake-transport.js';
import { readBody } from '../../../packages/core/src/testing/read-body.js';
import type { LayerSamples } from '../layer.js';
import type { PlainResponse } from './forms.js';
import { deliveryHeader, type SocketServer } from './socket-server.js';
import type { Delivery } from './splits.js';

/** A request that is about to leave, with the response that AWS would give. */
export interface Exchange {
  readonly operation: SentOperation;
  readonly method: string;
  readonly good: PlainResponse;
  /** The same for all attempts of one AWS call. */
  readonly invocation: string;
}

/** The server that is asked, and the bytes that it sends for each request. */
export interface Scene {
  readonly server: SocketServer;
  readonly respond: (exchange: Exchange) => Delivery;
}

/** An AWS behind real sockets. */
export interface SocketAws extends AsyncDisposable {
  readonly session: Session;
  /** Responds to all further requests in another way, without a scene without a network; returns what is sent from then on. */
  set(scene: Scene | undefined): readonly Exchange[];
}

type Request = Parameters<FakeTransport['handle']>[0];

/** Attempts of one AWS call. */
export const attempts = 2;

/** A session whose requests go over real sockets; the samples say what a good response to each is. */
export const socketAws = ({ answers }: Pick<LayerSamples, 'answers'>): SocketAws => {
  const clock = new FakeClock();
  const book = new AnswerBook(defaultAnswers('123456789012', clock));
  for (const [operation, answer] of Object.entries(answers)) book.on(operation, answer);
  const encoder = new FakeTransport(book, clock);
  const sockets = nodeTransport({ connectMs: 20_000, maxSockets: 50 });
  let playing: { readonly scene: Scene | undefined; readonly exchanges: Exchange[] } | undefined;
  const handle: Transport['handle'] = async (request, options) => {
    const { scene, exchanges } = playing!;
    const operation = sentOperation(request)!;
    const own = copyOf(request as Request, await readBody(request.body), scene?.server);
    rememberSentOperation(own, operation);
    const { response } = await encoder.handle(own, options);
    const body = Buffer.from((await readBody(response.body)) as Uint8Array);
    const exchange: Exchange = {
      operation,
      method: own.method,
      good: { status: response.statusCode, headers: response.headers, body },
      invocation: own.headers['amz-sdk-invocation-id'] ?? '',
    };
    exchanges.push(exchange);
    if (!scene) return encoder.handle(own, options);
    own.headers[deliveryHeader] = scene.server.prepare(scene.respond(exchange));
    return sockets.handle(own, options);
  };
  const session = createSession({
    credentials: { accessKeyId: 'AKIAFAKEAWSFAKEAWSFA', secretAccessKey: 'fake' },
    region: 'us-east-1',
    transport: { handle, destroy: () => sockets.destroy() },
    clock,
    maxAttempts: attempts,
  });
  return {
    session,
    set: (scene) => {
      const exchanges: Exchange[] = [];
      playing = { scene, exchanges };
      return exchanges;
    },
    [Symbol.asyncDispose]: async () => {
      await session[Symbol.asyncDispose]();
      clock.stop();
    },
  };
};

/** The request as it goes to the server: the SDK's own stays as it is, for its retries. */
const copyOf = (request: Request, body: string | Uint8Array, server: SocketServer | undefined): Request => {
  const own = request.clone() as Request;
  own.body = body === '' ? undefined : body;
  if (!server) return own;
  own.protocol = server.protocol;
  own.hostname = '127.0.0.1';
  own.port = server.port;
  own.headers['host'] = `127.0.0.1:${server.port}`;
  return own;
};
