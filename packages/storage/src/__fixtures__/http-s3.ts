import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createSession, type Session } from '@arch/core';

/** A request as it came over the socket. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  /** As Node reads them: a byte beyond ASCII is a character of Latin-1. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBytes: number;
}

/** A server that speaks HTTP over a real socket, for tests of what only a socket shows. */
export interface HttpS3 extends AsyncDisposable {
  readonly session: Session;
  readonly seen: readonly SeenRequest[];
}

/** Listens on a free port of 127.0.0.1, and answers as it is told. */
export const httpS3 = async (answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<HttpS3> => {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    let bodyBytes = 0;
    request.on('data', (part: Uint8Array) => void (bodyBytes += part.byteLength));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers: headers as Record<string, string>, bodyBytes });
      answer(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const session = createSession({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
  });
  return {
    session,
    seen,
    [Symbol.asyncDispose]: async () => {
      await session[Symbol.asyncDispose]();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
