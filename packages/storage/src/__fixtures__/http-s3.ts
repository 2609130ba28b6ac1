import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createSession, type Session } from '@arch/core';

/** A request that the server has received. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  /** The headers as Node.js reads them: each byte is a Latin-1 character. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyBytes: number;
}

/** An HTTP server with a real socket, for tests that need one. */
export interface HttpS3 extends AsyncDisposable {
  readonly session: Session;
  readonly seen: readonly SeenRequest[];
}

/** Starts a server on a free port of 127.0.0.1 that responds with `respond`. */
export const httpS3 = async (
  respond: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<HttpS3> => {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    let bodyBytes = 0;
    request.on('data', (part: Uint8Array) => void (bodyBytes += part.byteLength));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers: headers as Record<string, string>, bodyBytes });
      respond(request, response);
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
