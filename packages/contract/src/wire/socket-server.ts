import { once } from 'node:events';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

import { trustedCertificate } from './certificate.js';
import { requestReader } from './request-reader.js';
import type { Delivery } from './splits.js';

/** The header that says which response a request waits for. */
export const deliveryHeader = 'x-delivery';

/** A server over a real socket, which sends each response in the pieces that were prepared for it. */
export interface SocketServer extends AsyncDisposable {
  readonly protocol: 'http:' | 'https:';
  readonly port: number;
  /** Prepares the response to the request that carries the ID that this returns. */
  prepare(delivery: Delivery): string;
  /** How many requests have arrived. */
  readonly arrived: number;
  /** Waits until the connections are closed that the server has ended: a request on one of them would rightly be retried. */
  settled(): Promise<void>;
  /** Closes all connections: what a bad response has left on one of them must not meet the next request. */
  drop(): Promise<void>;
  /** Waits some turns of the event loop for clients to close their connections, closes the rest, and returns how many these were. */
  closeRest(): Promise<number>;
}

/** Turns of the event loop after which a connection is taken for one that nobody closes. */
const patience = 500;

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
    // A client that goes away is no failure of the server.
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
  // Known from the first byte on, also while TLS is still being set up.
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
      for (let turns = 0; turns < patience && isBusy(); turns++) await nextTurn();
    },
    drop: async () => {
      for (const socket of sockets) socket.destroy();
      for (let turns = 0; turns < patience && sockets.size > 0; turns++) await nextTurn();
      await untilRead();
    },
    closeRest: async () => {
      for (let turns = 0; sockets.size > 0 && turns < patience; turns++) await nextTurn();
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

/** The client is in this process: after a whole turn of the event loop it has read all that was written. */
const untilRead = async (): Promise<void> => {
  for (let turns = 0; turns < 2; turns++) await nextTurn();
};

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
