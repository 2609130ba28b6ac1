import { once } from 'node:events';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

import { trustedCertificate } from './certificate.js';
import { requestReader } from './request-reader.js';
import type { Delivery } from './splits.js';

/** The header with the ID of the response that was prepared for a request. */
export const deliveryHeader = 'x-delivery';

/** A server with a real socket. It sends each response in the pieces that were prepared. */
export interface SocketServer extends AsyncDisposable {
  readonly protocol: 'http:' | 'https:';
  readonly port: number;
  /** Prepares a response. Returns the ID that its request must contain. */
  prepare(delivery: Delivery): string;
  /** The number of requests that have arrived. */
  readonly arrived: number;
  /** Waits until all connections that the server has ended are closed. A request on such a connection would be retried. */
  settled(): Promise<void>;
  /** Closes all connections, so that the next request does not receive the rest of an invalid response. */
  drop(): Promise<void>;
  /** Waits some turns of the event loop until clients have closed their connections. Closes the other connections and returns their number. */
  closeRest(): Promise<number>;
}

/** The maximum number of turns of the event loop to wait until a connection is closed. */
const maxTurns = 500;

/** Listens on a free port of 127.0.0.1. */
export const socketServer = async (transport: 'TCP' | 'TLS'): Promise<SocketServer> => {
  const deliveries = new Map<string, Delivery>();
  const sockets = new Set<Socket>();
  let arrived = 0;
  let prepared = 0;
  let delivering = 0;
  const ending = new Set<Socket>();
  const respond = async (socket: Socket, headers: ReadonlyMap<string, string>): Promise<void> => {
    arrived++;
    const id = headers.get(deliveryHeader) ?? '';
    const delivery = deliveries.get(id);
    deliveries.delete(id);
    if (!delivery) return void socket.destroy();
    delivering++;
    await deliver(socket, delivery).finally(() => delivering--);
    if (delivery.close === 'no' || socket.closed) return;
    ending.add(socket);
    socket.once('close', () => ending.delete(socket));
  };
  const onConnection = (socket: Socket): void => {
    socket.setNoDelay();
    // If the client closes its connection, this is no failure of the server.
    socket.on('error', () => undefined);
    let responses: Promise<void> = Promise.resolve();
    socket.on(
      'data',
      requestReader((headers) => {
        responses = responses.then(() => respond(socket, headers));
      }),
    );
  };
  const server: Server =
    transport === 'TLS' ? createTlsServer(await trustedCertificate(), onConnection) : createTcpServer(onConnection);
  // The set also contains connections whose TLS handshake has not ended.
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    protocol: transport === 'TLS' ? 'https:' : 'http:',
    port: (server.address() as AddressInfo).port,
    prepare: (delivery) => {
      const id = String(++prepared);
      deliveries.set(id, delivery);
      return id;
    },
    get arrived() {
      return arrived;
    },
    settled: async () => {
      const isBusy = (): boolean => delivering > 0 || ending.size > 0;
      for (let turns = 0; turns < maxTurns && isBusy(); turns++) await nextTurn();
    },
    drop: async () => {
      for (const socket of sockets) socket.destroy();
      for (let turns = 0; turns < maxTurns && sockets.size > 0; turns++) await nextTurn();
      await untilRead();
    },
    closeRest: async () => {
      for (let turns = 0; sockets.size > 0 && turns < maxTurns; turns++) await nextTurn();
      const rest = sockets.size;
      for (const socket of sockets) socket.destroy();
      return rest;
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const deliver = async (socket: Socket, { pieces, close }: Delivery): Promise<void> => {
  for (const [index, piece] of pieces.entries()) {
    if (socket.destroyed) return;
    const isLast = index === pieces.length - 1;
    if (isLast && close === 'with the last piece') return void socket.end(piece);
    await new Promise((resolve) => socket.write(piece, resolve));
    await untilRead();
  }
  if (close === 'later') socket.end();
};

/** The client is in this process: after one complete turn of the event loop it has read all written data. */
const untilRead = async (): Promise<void> => {
  for (let turns = 0; turns < 2; turns++) await nextTurn();
};

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
