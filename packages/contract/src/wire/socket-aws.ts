import type { Session } from '@arch/core';
import { FakeClock } from '@arch/core/testing';

import type { SentOperation } from '../../../core/src/transport/sent-operation.js';
import { AnswerBook } from '../../../core/src/testing/answer-book.js';
import { defaultAnswers } from '../../../core/src/testing/default-answers.js';
import { FakeTransport } from '../../../core/src/testing/fake-transport.js';
import { readBody } from '../../../core/src/testing/read-body.js';
import type { LayerSamples } from '../layer.js';
import type { PlainResponse } from './forms.js';
import type { SocketServer } from './socket-server.js';
import { socketSession } from './socket-session.js';
import type { Delivery } from './splits.js';

/** A request before it is sent, with its valid response. */
export interface Exchange {
  readonly operation: SentOperation;
  readonly method: string;
  readonly good: PlainResponse;
  /** The ID of the call, which is the same for all its attempts. */
  readonly invocation: string;
}

/** The server that receives the requests, and the bytes that it sends for each request. */
export interface Scene {
  readonly server: SocketServer;
  readonly respond: (exchange: Exchange) => Delivery;
}

/** A fake AWS with real sockets. */
export interface SocketAws extends AsyncDisposable {
  readonly session: Session;
  /** Sets the responses to all further requests; `undefined` for valid responses without a network. Returns the list of these requests. */
  set(scene: Scene | undefined): readonly Exchange[];
}

/** Creates a session whose requests are sent over real sockets. The samples determine the valid responses. */
export const socketAws = ({ answers }: Pick<LayerSamples, 'answers'>): SocketAws => {
  const clock = new FakeClock();
  const book = new AnswerBook(defaultAnswers('123456789012', clock));
  for (const [operation, answer] of Object.entries(answers)) book.on(operation, answer);
  // The transport counts requests, because some samples depend on the attempt.
  let encoder = new FakeTransport(book, clock);
  let scene: Scene | undefined;
  let exchanges: Exchange[] = [];
  const session = socketSession(async (request, operation, abortSignal) => {
    // A request belongs to the call that sent it, even if the next call has already started.
    const [own, known] = [scene, exchanges];
    const { response } = await encoder.handle(request, abortSignal ? { abortSignal } : {});
    const { statusCode: status, headers } = response;
    const body = own ? Buffer.from((await readBody(response.body)) as Uint8Array) : Buffer.alloc(0);
    const invocation = request.headers['amz-sdk-invocation-id'] ?? '';
    const exchange: Exchange = { operation, method: request.method, good: { status, headers, body }, invocation };
    known.push(exchange);
    return own ? { server: own.server, delivery: own.respond(exchange) } : { response };
  }, clock);
  return {
    session,
    set: (next) => {
      scene = next;
      encoder = new FakeTransport(book, clock);
      return (exchanges = []);
    },
    [Symbol.asyncDispose]: async () => {
      await session[Symbol.asyncDispose]();
      clock.stop();
    },
  };
};
