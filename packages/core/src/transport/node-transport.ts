import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import { NodeHttpHandler } from '@smithy/node-http-handler';

import type { Cancel } from '../clock/clock.js';
import { directTransport } from './direct-transport.js';
import { forgetIdleSockets } from './forget-idle-sockets.js';
import { inSlices } from './in-slices.js';
import type { LaneSettings } from './lane/lane-transport.js';
import { lazyTransport } from './lazy-transport.js';
import { limitConnecting } from './limit-connecting.js';
import { longestIdleMs, type NetworkSettings, type SocketSettings } from './socket-settings.js';
import type { Transport } from './transport.js';

const quiet = { warn: (): void => undefined };

/** Makes a transport from the SDK's handler for `node:http` and `node:https`, with one pool of sockets for each. */
export const nodeTransport = (
  { connectMs, maxSockets, lane = true }: SocketSettings,
  { ca, proxies }: NetworkSettings = {},
): Transport => {
  // Node.js closes an idle socket after `timeout`, or one second before the keep-alive time of the server ends, whichever is first.
  const pool = { keepAlive: true, maxSockets, timeout: longestIdleMs, ...(proxies && { proxyEnv: proxies }) };
  const agents = {
    httpAgent: forgetIdleSockets(limitAgent(new HttpAgent(pool), connectMs, 'connect')),
    httpsAgent: forgetIdleSockets(
      limitAgent(new HttpsAgent({ ...pool, ...(ca !== undefined && { ca }) }), connectMs, 'secureConnect'),
    ),
  };
  const handler = new NodeHttpHandler({
    ...agents,
    // No warning is needed: the deadline ends requests that wait too long for a socket. But the timer must be short: the handler does not
    // clear it when Node.js rejects a request, and it keeps the process alive.
    socketAcquisitionWarningTimeout: 1,
    logger: quiet as never,
    socketTimeout: 0,
  });
  const ordinary = inSlices(handler as unknown as Transport);
  // Node.js changes requests to a proxy.
  if (proxies) return ordinary;
  const transport = directTransport(ordinary, agents);
  return lane ? withLane(transport, { connectMs, maxSockets, ca }) : transport;
};

/** Adds the way for the content of large objects, which is loaded with its first use. */
const withLane = (ordinary: Transport, settings: LaneSettings): Transport => {
  const lane = lazyTransport(async () => (await import('./lane/lane-transport.js')).laneTransport(ordinary, settings));
  return {
    handle: (request, options) => (options?.isContent ? lane : ordinary).handle(request, options),
    destroy: () => {
      lane.destroy();
      ordinary.destroy();
    },
  };
};

/**
 * Adds a timeout for connecting to an agent. The SDK's `connectionTimeout` is not used: it also counts the time that a request waits in the
 * queue of the pool.
 */
const limitAgent = <Agent extends HttpAgent>(
  agent: Agent,
  connectMs: number,
  ready: 'connect' | 'secureConnect',
): Agent => {
  const create = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback): Duplex | null | undefined => {
    let cancel: Cancel | undefined;
    // With a proxy, the socket is the one to the proxy, and the callback receives the one to AWS.
    const socket = create(options, (error, stream) => {
      cancel?.();
      callback?.(error, stream);
    }) as Socket | undefined;
    if (socket?.connecting) cancel = limitConnecting(socket, connectMs, ready);
    return socket;
  };
  return agent;
};
