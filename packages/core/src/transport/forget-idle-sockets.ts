import type { Agent } from 'node:http';
import type { Socket } from 'node:net';

import { longestIdleMs } from './socket-settings.js';

/** Since when a socket is idle, by both of the machine's clocks. */
interface Idle {
  readonly atMs: number;
  readonly uptimeMs: number;
  readonly limitMs: number;
}

/**
 * Lets a pool forget sockets that have been idle for too long, also where its timers could not run: after a freeze of the process, as
 * Lambda's between two invocations, the server has closed them, and a request on one would be lost.
 */
export const forgetIdleSockets = <Pool extends Agent>(agent: Pool): Pool => {
  const idle = new WeakMap<object, Idle>();
  const pool = agent as unknown as PoolInternals;
  const keep = pool.keepSocketAlive.bind(agent);
  pool.keepSocketAlive = (socket) => {
    const kept = keep(socket);
    if (kept)
      idle.set(socket, { atMs: Date.now(), uptimeMs: performance.now(), limitMs: socket.timeout || longestIdleMs });
    return kept;
  };
  const add = pool.addRequest.bind(agent);
  pool.addRequest = (...parameters) => {
    for (const socket of Object.values(agent.freeSockets).flat()) {
      const since = socket && idle.get(socket);
      if (!since || !isOver(since)) continue;
      // Taken off the list at once: the pool hears of a closed socket later.
      socket.emit('agentRemove');
      socket.destroy();
    }
    add(...parameters);
  };
  return agent;
};

// Which of the clocks stands still in a freeze depends on the machine; a clock that is set back says nothing.
const isOver = ({ atMs, uptimeMs, limitMs }: Idle): boolean =>
  Math.max(Date.now() - atMs, performance.now() - uptimeMs) >= limitMs;

/** What Node documents of an agent for subclasses, and its types leave out. */
interface PoolInternals {
  keepSocketAlive(socket: Socket): boolean;
  addRequest(...parameters: unknown[]): void;
}
