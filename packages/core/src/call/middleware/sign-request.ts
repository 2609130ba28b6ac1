import type { KeyObject } from 'node:crypto';

import { HttpRequest } from '@smithy/core/protocols';

import { nodeCrypto } from '../node-crypto.js';
import { setBounded } from '../set-bounded.js';
import { canonicalRequest } from './canonical-request.js';

/** The credentials of a signature. */
interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** Where and when a signature is valid. */
export interface Scope {
  readonly region: string;
  readonly service: string;
  readonly date: Date;
  /** Whether the path is escaped twice, as for all services except S3. */
  readonly escapesPath: boolean;
}

const algorithm = 'AWS4-HMAC-SHA256';
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Returns a signed copy of a request, equal to the one of the SDK's signer. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html */
export const signRequest = (unsigned: HttpRequest, keys: Keys, scope: Scope): HttpRequest => {
  const request = HttpRequest.clone(unsigned);
  const { headers } = request;
  for (const name of Object.keys(headers)) if (generated.has(name.toLowerCase())) delete headers[name];
  sign(request, keys, scope);
  return request;
};

/** Signs a request that was not signed before. */
export const sign = (
  request: Pick<HttpRequest, 'method' | 'path' | 'query' | 'headers' | 'body'>,
  keys: Keys,
  { region, service, date, escapesPath }: Scope,
): void => {
  const { headers } = request;
  const time = timeOf(date);
  const day = time.slice(0, 8);
  headers['x-amz-date'] = time;
  if (keys.sessionToken) headers['x-amz-security-token'] = keys.sessionToken;
  const ownPayloadHash = ownHash(headers);
  const payloadHash = ownPayloadHash ?? hashOf(request.body);
  if (ownPayloadHash === undefined) headers[hashName] = payloadHash;
  const { text, headerNames } = canonicalRequest(request, { payloadHash, escapesPath });
  const scope = `${day}/${region}/${service}/aws4_request`;
  const toSign = `${algorithm}\n${time}\n${scope}\n${nodeCrypto().hash('sha256', text)}`;
  const signature = nodeCrypto()
    .createHmac('sha256', signingKey(keys, day, region, service))
    .update(toSign)
    .digest('hex');
  headers['authorization'] =
    `${algorithm} Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${headerNames}, Signature=${signature}`;
};

const lastTime = { second: Number.NaN, text: '' };

/** The time of a signature, e.g. `20261231T235959Z`. */
const timeOf = (date: Date): string => {
  const second = Math.floor(date.getTime() / 1_000);
  if (lastTime.second !== second)
    Object.assign(lastTime, { second, text: date.toISOString().replace(/[-:]|\.\d{3}/g, '') });
  return lastTime.text;
};

/** Headers that an earlier attempt may have added. */
const generated: ReadonlySet<string> = new Set(['authorization', 'x-amz-date', 'date']);

/** The header with the hash of the content, in any case. */
const hashName = 'x-amz-content-sha256';

const ownHash = (headers: Readonly<Record<string, string>>): string | undefined => {
  for (const name in headers)
    if (name.length === hashName.length && name.toLowerCase() === hashName) return headers[name];
  return undefined;
};

const hashOf = (body: unknown): string => {
  if (body === undefined || body === null) return emptyHash;
  if (typeof body === 'string') return nodeCrypto().hash('sha256', body);
  if (ArrayBuffer.isView(body)) return nodeCrypto().hash('sha256', body as Uint8Array);
  if (body instanceof ArrayBuffer) return nodeCrypto().hash('sha256', new Uint8Array(body));
  return 'UNSIGNED-PAYLOAD';
};

/** Number of cached keys. A session uses one per day, region and service. */
const maxKeys = 50;
const keysOfDay = new Map<string, DayKey>();

interface DayKey {
  readonly secretAccessKey: string;
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly key: KeyObject;
}

/** Successive requests mostly have the same key. */
const last: { key?: DayKey } = {};

/** Returns the key of a day. For Node.js, creating a key object takes longer than a signature. */
const signingKey = ({ secretAccessKey }: Keys, day: string, region: string, service: string): KeyObject => {
  const { key } = last;
  if (key?.day === day && key.region === region && key.service === service && key.secretAccessKey === secretAccessKey)
    return key.key;
  const name = `${day}\n${region}\n${service}\n${secretAccessKey}`;
  const known = keysOfDay.get(name);
  if (known) return (last.key = known).key;
  const { createHmac, createSecretKey } = nodeCrypto();
  let bytes: Buffer = Buffer.from(`AWS4${secretAccessKey}`);
  for (const part of [day, region, service, 'aws4_request']) bytes = createHmac('sha256', bytes).update(part).digest();
  last.key = { secretAccessKey, day, region, service, key: createSecretKey(bytes) };
  setBounded(keysOfDay, name, last.key, maxKeys);
  return last.key.key;
};
