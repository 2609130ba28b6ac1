import { request as httpRequest } from 'node:http';
import { Duplex } from 'node:stream';

import { abortErrorOf } from '../abort-error-of.js';
import { headersOf } from '../headers-of.js';
import type { TransportResponse } from '../transport.js';
import type { LaneConnection } from './lane-connection.js';

/**
 * Lets Node's parser read a response, from its first byte. The request was sent already, so nothing that Node.js writes reaches the server. The
 * connection is closed after the response.
 */
export const ordinaryResponse = (
  connection: LaneConnection,
  abortSignal: AbortSignal | undefined,
): Promise<TransportResponse> =>
  new Promise((resolve, reject) => {
    const socket = streamOf(connection);
    const sent = httpRequest({ method: 'GET', createConnection: () => socket });
    const abort = (): void => void sent.destroy(abortErrorOf(abortSignal));
    abortSignal?.addEventListener('abort', abort, { once: true });
    sent
      .once('response', (response) => {
        resolve({ statusCode: response.statusCode ?? 0, headers: headersOf(response), body: response });
      })
      .once('error', reject)
      .once('close', () => abortSignal?.removeEventListener('abort', abort));
    sent.end();
  });

/** The bytes of a connection as a stream that ignores writes. */
const streamOf = (connection: LaneConnection): Duplex => {
  const stream = new Duplex({
    read: () => connection.resume(),
    write: (_chunk, _encoding, done) => done(),
    destroy: (error, done) => {
      connection.destroy();
      done(error);
    },
  });
  // Methods of sockets that Node's requests call.
  for (const name of ['setTimeout', 'setNoDelay', 'setKeepAlive', 'ref', 'unref'] as const)
    Object.assign(stream, { [name]: () => stream });
  const received = (): boolean => {
    const { bytes, free } = connection.take(Infinity);
    const goesOn = stream.push(Buffer.from(bytes));
    free();
    return goesOn;
  };
  connection.receiver = {
    received,
    closed: (error) => void (error ? stream.destroy(error) : stream.push(null)),
  };
  received();
  if (connection.socket.destroyed) stream.push(null);
  return stream;
};
