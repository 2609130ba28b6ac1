import type { Agent } from 'node:http';
import type { Socket } from 'node:net';

import { idleSince, type IdleSince, isOver } from './idle-since.js';
import { longestIdleMs } from './socket-settings.js';

/** Milliseconds between two looks at the idle sockets. A freeze of the process is longer than this, or harmless. */
const betweenLooksMs = 500;

/**
 * Makes a pool close sockets that were idle for too long before it uses one, also after a freeze of the process in which no timer ran. Lambda
 * freezes the process between invocations: the server has then closed the sockets, and a request on one of them would be lost.
 */
export const forgetIdleSockets = <Pool extends Agent>(agent: Pool): Pool => {
  const idle = new WeakMap<object, IdleSince>();
  const pool = agent as unknown as PoolInternals;
  const keep = pool.keepSocketAlive.bind(agent);
  pool.keepSocketAlive = (socket) => {
    const kept = keep(socket);
    if (kept) idle.set(socket, idleSince(socket.timeout || longestIdleMs));
    return kept;
  };
  const add = pool.addRequest.bind(agent);
  let lookedAt = idleSince(betweenLooksMs);
  pool.addRequest = (...parameters) => {
    // While the process runs, Node's own timers close the sockets.
    if (!isOver(lookedAt)) return add(...parameters);
    lookedAt = idleSince(betweenLooksMs);
    for (const socket of Object.values(agent.freeSockets).flat()) {
      const since = socket && idle.get(socket);
      if (!since || !isOver(since)) continue;
      // Removes the socket from the list immediately: the pool detects a closed socket later.
      socket.emit('agentRemove');
      socket.destroy();
    }
    add(...parameters);
  };
  return agent;
};

/** Methods of an agent that Node.js documents for subclasses and that its types omit. */
interface PoolInternals {
  keepSocketAlive(socket: Socket): boolean;
  addRequest(...parameters: unknown[]): void;
}
