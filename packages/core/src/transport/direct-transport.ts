import http from 'node:http';

import { abortErrorOf } from './abort-error-of.js';
import { headersOf } from './headers-of.js';
import { leastSlicedBytes } from './in-slices.js';
import { isDirect } from './is-direct.js';
import { nodeHttps } from './node-https.js';
import { hostOf, requestTarget } from './request-target.js';
import type { SocketPools } from './socket-pools.js';
import type { Transport, TransportRequest, TransportResponse } from './transport.js';

/**
 * Sends requests whose body is in memory, with Node's requests and half of the work of the SDK's handler. Other requests, and those of programs that
 * observe or replace Node's requests, go to the ordinary transport.
 */
export const directTransport = (ordinary: Transport, pools: SocketPools): Transport => ({
  handle: (request, options) =>
    isPlain(request) && isDirect(request.protocol === 'https:')
      ? send(request, pools, options?.abortSignal).then((response) => ({ response }))
      : ordinary.handle(request, options),
  destroy: () => {
    ordinary.destroy();
    // The SDK's handler does not close the sockets if it has sent nothing itself.
    pools.destroy();
  },
});

/** Methods whose requests have no length if they have no content. */
const withoutContent: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/** Whether Node.js sends a request in the same way if it gets the headers as a list. */
const isPlain = (request: TransportRequest): boolean => {
  const { method, hostname, port, headers, body } = request;
  const isInMemory =
    body === undefined ||
    body === null ||
    typeof body === 'string' ||
    (body instanceof Uint8Array && body.byteLength < leastSlicedBytes);
  const { username, password, fragment } = request as Readonly<Record<string, unknown>> & TransportRequest;
  // The name for TLS comes from the host, which is not in the options of such a request.
  const host = headers['host'];
  return (
    isInMemory &&
    (host === hostname || host === `${hostname}:${port}`) &&
    headers['expect'] === undefined &&
    headers['transfer-encoding'] === undefined &&
    (!body || headers['content-length'] !== undefined || !withoutContent.has(method)) &&
    !isSet(username) &&
    !isSet(password) &&
    !fragment &&
    hasPlainNames(headers)
  );
};

const isSet = (value: unknown): boolean => value !== undefined && value !== null;

/** Names in upper case may be those of another header. */
const hasPlainNames = (headers: Readonly<Record<string, unknown>>): boolean => {
  for (const name in headers) if (typeof headers[name] !== 'string' || /[A-Z]/.test(name)) return false;
  return true;
};

const send = (
  request: TransportRequest,
  pools: SocketPools,
  signal: AbortSignal | undefined,
): Promise<TransportResponse> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) throw abortErrorOf(signal);
    const { method, protocol, port, headers, body } = request;
    const isSecure = protocol === 'https:';
    const sent = (isSecure ? nodeHttps() : http).request({
      agent: isSecure ? pools.https() : pools.http(),
      host: hostOf(request),
      port,
      method,
      path: requestTarget(request),
      headers: listOf(headers, withoutContent.has(method) ? undefined : (body ?? '')),
    });
    const abort = (): void => {
      sent.destroy();
      reject(abortErrorOf(signal));
    };
    signal?.addEventListener('abort', abort, { once: true });
    sent.once('response', (response) => {
      signal?.removeEventListener('abort', abort);
      resolve({ statusCode: response.statusCode ?? 0, headers: headersOf(response), body: response });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      signal?.removeEventListener('abort', abort);
      reject(asSdkError(error));
    });
    sent.end(body === '' ? undefined : body);
  });

/** Names and values in turn: Node.js writes such a list as it is. It knows the length of the content only if the list contains it. */
const listOf = (headers: Readonly<Record<string, string>>, content: unknown): string[] => {
  const list: string[] = [];
  for (const name in headers) list.push(name, headers[name]!);
  if (content !== undefined && headers['content-length'] === undefined)
    list.push('content-length', String(Buffer.byteLength(content as string)));
  return list;
};

const brokenConnection = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** The SDK recognizes a broken connection by the name of its error, and retries. */
const asSdkError = (error: NodeJS.ErrnoException): Error =>
  brokenConnection.has(error.code ?? '') ? Object.assign(error, { name: 'TimeoutError' }) : error;
