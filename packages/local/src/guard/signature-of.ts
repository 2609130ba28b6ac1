import { createHash, createHmac } from 'node:crypto';

/** The parts of a request that a signature of version 4 covers. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
export interface SignedRequest {
  readonly method: string;
  /** The path and the query string, as sent. */
  readonly target: string;
  /** The headers. Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The names of the signed headers in alphabetical order, separated by `;`. */
  readonly signedHeaders: string;
  readonly payloadHash: string;
  /** The time of the request, e.g. `20261127T120000Z`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

/** Computes the signature of version 4 of a request. */
export function signatureOf(request: SignedRequest, secretAccessKey: string): string {
  const { date, region, service } = request;
  const scope = [date.slice(0, 8), region, service, 'aws4_request'];
  const key = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  const text = ['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(canonicalRequest(request))].join('\n');
  return hmac(key, text).toString('hex');
}

export function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function canonicalRequest({ method, target, headers, signedHeaders, payloadHash, service }: SignedRequest): string {
  const { pathname, searchParams } = new URL(`http://127.0.0.1${target}`);
  const path = service === 's3' ? pathname : encoded(pathname).replaceAll('%2F', '/');
  const query = [...searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).toSorted();
  const lines = signedHeaders.split(';').map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`);
  return [method, path, query.join('&'), lines.join(''), signedHeaders, payloadHash].join('\n');
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
