/** A request to a service on a local address that returns credentials. */
export interface MetadataRequest {
  readonly url: URL;
  readonly method?: 'GET' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** The response of such a service. */
export interface MetadataResponse {
  readonly status: number;
  readonly text: string;
}

const maxBytes = 1_048_576;

/** Sends a request to a local address, never through a proxy, on a socket of its own that is closed afterwards. */
export const metadataRequest = async ({
  url,
  method = 'GET',
  headers = {},
  timeoutMs,
  signal,
}: MetadataRequest): Promise<MetadataResponse> => {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const { request } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false, signal: limit }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (text.length > maxBytes) sent.destroy(new Error('the response is too long'));
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.once('error', reject);
    });
    sent.once('error', (error) => reject(signal.aborted ? signal.reason : reasonOf(error, limit, timeoutMs)));
    sent.end();
  });
};

const reasonOf = (error: Error, limit: AbortSignal, timeoutMs: number): Error =>
  limit.aborted ? new Error(`no response within ${timeoutMs} ms`, { cause: error }) : error;
