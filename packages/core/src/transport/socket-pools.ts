import { Agent as HttpAgent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import type { Cancel } from '../clock/clock.js';
import { forgetIdleSockets } from './forget-idle-sockets.js';
import { limitConnecting } from './limit-connecting.js';
import { nodeHttps } from './node-https.js';
import { longestIdleMs, type NetworkSettings, type SocketSettings } from './socket-settings.js';

/** The pools of sockets of a session: one with TLS, one without. Each is made at its first use. */
export interface SocketPools {
  readonly http: () => HttpAgent;
  readonly https: () => HttpsAgent;
  /** Closes all sockets. */
  destroy(): void;
}

export const socketPools = (
  { connectMs, maxSockets }: SocketSettings,
  { ca, proxies }: NetworkSettings = {},
): SocketPools => {
  // Node.js closes an idle socket after `timeout`, or one second before the keep-alive time of the server ends, whichever is first.
  const pool = { keepAlive: true, maxSockets, timeout: longestIdleMs, ...(proxies && { proxyEnv: proxies }) };
  let plain: HttpAgent | undefined;
  let secure: HttpsAgent | undefined;
  return {
    http: () => (plain ??= forgetIdleSockets(limitAgent(new HttpAgent(pool), connectMs, 'connect'))),
    https: () => {
      if (secure) return secure;
      const { Agent } = nodeHttps();
      const agent = new Agent({ ...pool, ...(ca !== undefined && { ca }) });
      return (secure = forgetIdleSockets(limitAgent(agent, connectMs, 'secureConnect')));
    },
    destroy: () => {
      plain?.destroy();
      secure?.destroy();
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
