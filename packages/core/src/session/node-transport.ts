import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import { NodeHttpHandler } from '@smithy/node-http-handler';

import { ConnectTimeoutError } from './attempt-timeout-error.js';
import type { SocketSettings } from './socket-settings.js';
import type { Transport } from './transport.js';

/** The SDK's own handler over `node:https`, with one pool of sockets. */
export const nodeTransport = ({ connectMs, maxSockets }: SocketSettings): Transport => {
  const handler = new NodeHttpHandler({
    httpAgent: limitConnecting(new HttpAgent({ keepAlive: true, maxSockets }), connectMs, 'connect'),
    httpsAgent: limitConnecting(new HttpsAgent({ keepAlive: true, maxSockets }), connectMs, 'secureConnect'),
    // Requests that wait for a socket are what a pool is for; the deadline ends those that wait too long.
    socketAcquisitionWarningTimeout: 2_147_483_647,
    socketTimeout: 0,
  });
  return handler as unknown as Transport;
};

/**
 * Ends a connection that does not come to stand. The SDK's `connectionTimeout` does not serve: it also counts the time for which a
 * request waits in the pool's queue.
 */
const limitConnecting = <Agent extends HttpAgent>(agent: Agent, connectMs: number, ready: string): Agent => {
  const create = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback): Duplex | null | undefined => {
    const socket = create(options, callback) as Socket | undefined;
    if (socket?.connecting) {
      const timer = setTimeout(() => socket.destroy(new ConnectTimeoutError(connectMs)), connectMs);
      socket.once(ready, () => clearTimeout(timer));
      socket.once('close', () => clearTimeout(timer));
    }
    return socket;
  };
  return agent;
};
