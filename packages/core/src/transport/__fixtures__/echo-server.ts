// A server that records requests as it receives them, and sends their bodies back.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request as the server receives it. */
export interface Received {
  readonly start: string;
  /** The lines of the headers, sorted, with names in lower case. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** A server, and the requests that it received. */
export interface EchoServer extends AsyncDisposable {
  readonly port: number;
  /** Returns the requests since the last call. */
  taken(): Received[];
}

/** Starts a server that answers with the body of the request, two cookies, and the status in the path, e.g. `/status/204`. */
export const echoServer = async (host = '127.0.0.1'): Promise<EchoServer> => {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const { method, url = '', httpVersion, rawHeaders } = request;
    const headers: string[] = [];
    for (let at = 0; at < rawHeaders.length; at += 2)
      headers.push(`${rawHeaders[at]?.toLowerCase()}: ${rawHeaders[at + 1]}`);
    const body = await buffer(request);
    received.push({ start: `${method} ${url} HTTP/${httpVersion}`, headers: headers.sort(), body });
    response.sendDate = false;
    response.statusCode = Number(/^\/status\/(\d+)/.exec(url)?.[1] ?? 200);
    response.setHeader('set-cookie', ['a=1', 'b=2']).setHeader('x-name', Buffer.from('é').toString('latin1'));
    response.end(body);
  });
  server.listen(0, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    taken: () => received.splice(0),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
