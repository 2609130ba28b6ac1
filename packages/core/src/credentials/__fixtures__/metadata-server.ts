import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A response of the server: its status and text. `undefined`: the server sends nothing. */
export type MetadataAnswer = readonly [status: number, text: string] | undefined;

/** A server of local credentials for one test. */
export interface MetadataServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly IncomingMessage[];
  /** Resolves when all its connections are closed. */
  drained(): Promise<void>;
}

/** Starts a server on a free port of 127.0.0.1. */
export const metadataServer = async (
  answer: (request: IncomingMessage, count: number) => MetadataAnswer,
): Promise<MetadataServer> => {
  const requests: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const given = answer(request, requests.push(request));
    if (given) response.writeHead(given[0]).end(given[1]);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    drained: async () => {
      for (const socket of sockets) await once(socket, 'close');
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
