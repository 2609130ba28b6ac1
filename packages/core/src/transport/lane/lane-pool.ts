import { idleSince, type IdleSince, isOver } from '../idle-since.js';
import { longestIdleMs } from '../socket-settings.js';
import type { BlockStore } from './block-store.js';
import { LaneConnection, type OpenSocket } from './lane-connection.js';

interface Idle {
  readonly connection: LaneConnection;
  readonly since: IdleSince;
}

/** A connection for one request, and whether an earlier request has used it. */
export interface Leased {
  readonly connection: LaneConnection;
  readonly isReused: boolean;
}

/** The connections to one server, at most `maxSockets`. The connection that was used last is used first. */
export class LanePool {
  readonly #open: OpenSocket;
  readonly #store: BlockStore;
  readonly #maxSockets: number;
  readonly #connections = new Set<LaneConnection>();
  readonly #waiting = new Set<() => void>();
  #idle: Idle[] = [];

  constructor({ open, store, maxSockets }: { open: OpenSocket; store: BlockStore; maxSockets: number }) {
    this.#open = open;
    this.#store = store;
    this.#maxSockets = maxSockets;
  }

  /** Returns an idle or a new connection. Waits while all are in use. */
  async lease(signal: AbortSignal | undefined): Promise<Leased> {
    for (;;) {
      const connection = this.#idleConnection();
      if (connection) return { connection, isReused: true };
      if (this.#connections.size < this.#maxSockets) return { connection: this.#newConnection(), isReused: false };
      await this.#oneIsFree(signal);
    }
  }

  /** Keeps a connection for later requests, or closes it. An idle connection does not keep the process alive. */
  give(connection: LaneConnection, keepMs: number): void {
    connection.receiver = undefined;
    const limitMs = Math.min(keepMs, longestIdleMs);
    if (limitMs <= 0 || !connection.isReusable) return connection.destroy();
    this.#idle.push({ connection, since: idleSince(limitMs) });
    connection.socket.setTimeout(limitMs, () => connection.destroy()).unref();
    // Reads, to notice that the server closes the connection.
    connection.resume();
    this.#wakeOne();
  }

  /** Closes the idle connections, after the server has closed one of them. */
  forgetIdle(): void {
    for (const { connection } of this.#idle) connection.destroy();
    this.#idle = [];
  }

  destroy(): void {
    this.#idle = [];
    for (const connection of this.#connections) connection.destroy();
  }

  #idleConnection(): LaneConnection | undefined {
    for (let found = this.#idle.pop(); found; found = this.#idle.pop()) {
      const { connection, since } = found;
      if (connection.isReusable && !isOver(since)) {
        connection.socket.ref().setTimeout(0);
        return connection;
      }
      connection.destroy();
    }
    return undefined;
  }

  #newConnection(): LaneConnection {
    const connection = new LaneConnection(this.#open, this.#store);
    this.#connections.add(connection);
    connection.socket.once('close', () => {
      this.#connections.delete(connection);
      this.#wakeOne();
    });
    return connection;
  }

  #oneIsFree(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal?.removeEventListener('abort', onAbort);
        resolve();
      };
      const onAbort = (): void => {
        this.#waiting.delete(wake);
        reject(signal?.reason);
      };
      this.#waiting.add(wake);
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  #wakeOne(): void {
    this.#waiting.values().next().value?.();
  }
}
