import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import { NodeHttpHandler } from '@smithy/node-http-handler';

import { ConnectTimeoutError } from './attempt-timeout-error.js';
import { forgetIdleSockets } from './forget-idle-sockets.js';
import { longestIdleMs, type SocketSettings } from './socket-settings.js';
import type { Transport } from './transport.js';

const quiet = { warn: (): void => undefined };

/** The SDK's own handler over `node:https`, with one pool of sockets. */
export const nodeTransport = ({ connectMs, maxSockets }: SocketSettings): Transport => {
  // Node closes an idle socket after `timeout`, or a second before the time that the server has announced, whichever comes first.
  const pool = { keepAlive: true, maxSockets, timeout: longestIdleMs };
  const handler = new NodeHttpHandler({
    httpAgent: forgetIdleSockets(limitConnecting(new HttpAgent(pool), connectMs, 'connect')),
    httpsAgent: forgetIdleSockets(limitConnecting(new HttpsAgent(pool), connectMs, 'secureConnect')),
    // Requests that wait for a socket are what a pool is for, and the deadline ends those that wait too long. The timer has to be short all
    // the same: the handler leaves it behind when Node refuses a request, and the process lives as long as it runs.
    socketAcquisitionWarningTimeout: 1,
    logger: quiet as never,
    socketTimeout: 0,
  });
  return handler as unknown as Transport;
};

/**
 * Ends a connection that is not made in time. The SDK's `connectionTimeout` does not serve: it also counts the time for which a request waits
 * in the pool's queue.
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
