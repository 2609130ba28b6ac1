import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** A request that is signed and sent with Node's own modules only. */
export interface HandMade {
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
}

const region = 'eu-west-1';
const keys = new Map<string, KeyObject>();
const hmac = (key: string | Uint8Array | KeyObject, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

const keyFor = (day: string, service: string): KeyObject => {
  const name = `${day}/${service}`;
  let key = keys.get(name);
  if (!key) {
    const bytes = [region, service, 'aws4_request'].reduce(hmac, hmac('AWS4example', day));
    keys.set(name, (key = createSecretKey(bytes)));
  }
  return key;
};

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Sends requests as one would write it by hand: the least that a signed request needs, without retries, deadlines and checks. */
export const handMadeClient = (endpoint: string, ca: string | undefined): ((it: HandMade) => Promise<Buffer>) => {
  const { protocol, host, hostname, port } = new URL(endpoint);
  const isTls = protocol === 'https:';
  const agent = isTls
    ? new HttpsAgent({ keepAlive: true, maxSockets: 50, ca })
    : new HttpAgent({ keepAlive: true, maxSockets: 50 });
  const request = isTls ? httpsRequest : httpRequest;
  return ({ service, method, path, headers: own, body }) =>
    new Promise((resolve, reject) => {
      const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
      const day = time.slice(0, 8);
      const payloadHash = sha256(body ?? '');
      const headers: Record<string, string | number> = {
        ...own,
        host,
        'x-amz-content-sha256': payloadHash,
        'x-amz-date': time,
      };
      const names = Object.keys(headers).sort();
      const signed = names.join(';');
      const [pathname, query = ''] = path.split('?');
      const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
      const canonical = `${method}\n${pathname}\n${query}\n${lines}\n${signed}\n${payloadHash}`;
      const scope = `${day}/${region}/${service}/aws4_request`;
      const signature = hmac(keyFor(day, service), `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`);
      headers['authorization'] =
        `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/${scope}, SignedHeaders=${signed}, Signature=${signature.toString('hex')}`;
      if (body !== undefined) headers['content-length'] = Buffer.byteLength(body);
      request({ hostname, port, method, path, headers, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
        response.on('error', reject);
      })
        .on('error', reject)
        .end(body);
    });
};
