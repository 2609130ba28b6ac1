import { abortErrorOf } from '../abort-error-of.js';
import type { Transport, TransportOptions, TransportResponse } from '../transport.js';
import { isDirect } from '../is-direct.js';
import { BlockStore } from './block-store.js';
import { LaneBody } from './lane-body.js';
import type { OpenSocket } from './lane-connection.js';
import { LanePool, type Leased } from './lane-pool.js';
import { type ConnectSettings, openSocket } from './open-socket.js';
import { ordinaryResponse } from './ordinary-response.js';
import { type Origin, originOf, requestHead } from './request-head.js';
import { readPlainHead } from './read-plain-head.js';

/** The longest head of a response that is read here. Node's parser decides about a longer one. */
const longestHeadBytes = 16_384;

/** The most blocks that are kept for later connections: those of a download with the default concurrency. */
const mostFreeBlocks = 16;

/** Settings of {@link laneTransport}. */
export interface LaneSettings extends ConnectSettings {
  readonly maxSockets: number;
}

/**
 * Reads the content of large objects over connections of its own, directly into memory that is used again. Requests that it cannot send, and
 * those of programs that observe or replace Node's requests, go to the ordinary transport.
 */
export const laneTransport = (ordinary: Transport, settings: LaneSettings): Transport => {
  const pools = new Map<string, LanePool>();
  const store = new BlockStore(mostFreeBlocks);
  const poolOf = (origin: Origin): LanePool => {
    const key = `${origin.isSecure} ${origin.host} ${origin.port}`;
    let pool = pools.get(key);
    if (!pool) {
      const open: OpenSocket = (onread) => openSocket(origin, settings, onread);
      pool = new LanePool({ open, store, maxSockets: settings.maxSockets });
      pools.set(key, pool);
    }
    return pool;
  };
  return {
    handle: async (request, options = {}) => {
      const head = isDirect(request.protocol === 'https:') ? requestHead(request) : undefined;
      if (head === undefined) return ordinary.handle(request, options);
      return { response: await send(poolOf(originOf(request)), head, options) };
    },
    destroy: () => pools.forEach((pool) => pool.destroy()),
  };
};

const send = async (pool: LanePool, head: string, { abortSignal }: TransportOptions): Promise<TransportResponse> => {
  if (abortSignal?.aborted) throw abortErrorOf(abortSignal);
  const leased = await pool.lease(abortSignal).catch(() => {
    throw abortErrorOf(abortSignal);
  });
  return new Promise((resolve, reject) => {
    const { connection, isReused } = leased;
    const abort = (): void => {
      reject(abortErrorOf(abortSignal));
      // Otherwise `closed` would read the part of a head that has arrived as a response, which nobody awaits.
      connection.receiver = undefined;
      connection.destroy();
    };
    const end = (): void => abortSignal?.removeEventListener('abort', abort);
    const received = (): boolean => {
      const at = connection.unread.indexOf('\r\n\r\n');
      if (at < 0 && connection.unread.byteLength < longestHeadBytes) return true;
      end();
      resolve(plainResponse(pool, leased, at) ?? ordinaryResponse(connection, abortSignal));
      return false;
    };
    const closed = (error: Error | undefined): void => {
      end();
      if (isReused) pool.forgetIdle();
      if (connection.unread.byteLength > 0) return resolve(ordinaryResponse(connection, abortSignal));
      reject(error ?? Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    };
    abortSignal?.addEventListener('abort', abort, { once: true });
    connection.receiver = { received, closed };
    connection.socket.write(head, 'latin1');
    connection.resume();
  });
};

/** Returns a response whose content follows on the connection, or `undefined` if Node's parser must read it. `at`: the end of its head. */
const plainResponse = (pool: LanePool, { connection }: Leased, at: number): TransportResponse | undefined => {
  const head = at < 0 ? undefined : readPlainHead(connection.unread.toString('latin1', 0, at));
  if (!head) return undefined;
  connection.skip(at + 4);
  const { statusCode, headers, lengthBytes, keepMs } = head;
  return { statusCode, headers, body: new LaneBody(connection, lengthBytes, () => pool.give(connection, keepMs)) };
};
