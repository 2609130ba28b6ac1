import { request, type Agent, type IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

export interface RawRequest {
  readonly method?: string;
  /** Headers, sent unchanged. They may contain `host`, which `fetch` does not allow. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The body. Pieces are sent one after another. */
  readonly body?: string | Buffer | Iterable<Buffer>;
  readonly agent?: Agent;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly reusedSocket: boolean;
}

/** Sends a request to 127.0.0.1 with any headers, also those with which a browser sends a request to another host. */
export async function rawRequest(url: string, { body, agent, ...options }: RawRequest = {}): Promise<RawResponse> {
  const { port, pathname, search } = new URL(url);
  const sent = request({ host: '127.0.0.1', port, path: `${pathname}${search}`, agent: agent ?? false, ...options });
  const isWhole = body === undefined || typeof body === 'string' || Buffer.isBuffer(body);
  if (isWhole) sent.end(body);
  else Readable.from(body).pipe(sent);
  return new Promise((resolve, reject) => {
    sent.on('error', reject);
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: '', reusedSocket: false });
    });
    sent.on('response', (response) => {
      text(response).then((received) => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: received, reusedSocket: sent.reusedSocket });
      }, reject);
    });
  });
}
