import { escapeUri } from '@smithy/core/protocols';

import { setBounded } from '../set-bounded.js';

/** The parts of a request that its signature contains. */
interface Parts {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** The text of a request that is signed, and the names of the headers in it. */
export interface CanonicalRequest {
  readonly text: string;
  readonly headerNames: string;
}

/** Writes a request as it is signed. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
export const canonicalRequest = (
  { method, path, query = {}, headers }: Parts,
  { payloadHash, escapesPath }: { readonly payloadHash: string; readonly escapesPath: boolean },
): CanonicalRequest => {
  const { signed, names } = orderOf(headers);
  let lines = '';
  for (const [name, own] of signed) lines += `${name}:${trimmed(headers[own] ?? '')}\n`;
  const text = `${method}\n${pathOf(path, escapesPath)}\n${queryOf(query)}\n${lines}\n${names}\n${payloadHash}`;
  return { text, headerNames: names };
};

/** Headers that proxies may change, which are never signed. */
const unsigned: ReadonlySet<string> = new Set([
  'authorization',
  'cache-control',
  'connection',
  'expect',
  'from',
  'keep-alive',
  'max-forwards',
  'pragma',
  'referer',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'x-amzn-trace-id',
]);

/** The order of the signed headers, by the names of all headers: requests of one kind have the same names. */
interface Order {
  /** The names of all headers that have a value, in the order of the request. */
  readonly all: readonly string[];
  /** Pairs of the name in the signature and the name in the request. */
  readonly signed: readonly (readonly [canonical: string, own: string])[];
  /** The names in the signature. */
  readonly names: string;
}

const maxOrders = 500;
const orders = new Map<string, Order>();

/** Successive requests mostly have the same headers, and often the same path. */
const last: { order?: Order; path?: { readonly own: string; readonly escaped: string } } = {};

const orderOf = (headers: Parts['headers']): Order => {
  const { order } = last;
  return order && hasNames(headers, order.all) ? order : (last.order = findOrder(headers));
};

const hasNames = (headers: Parts['headers'], names: readonly string[]): boolean => {
  let count = 0;
  for (const name in headers)
    if (headers[name] !== undefined && headers[name] !== null && name !== names[count++]) return false;
  return count === names.length;
};

const findOrder = (headers: Parts['headers']): Order => {
  let key = '';
  for (const name in headers) if (headers[name] !== undefined && headers[name] !== null) key += `${name}\n`;
  let order = orders.get(key);
  if (order) return order;
  // As with the SDK, the last of two names that differ in case only is signed.
  const all = key.split('\n').slice(0, -1);
  const byName = new Map(all.toSorted().map((name) => [name.toLowerCase(), name]));
  const signed = [...byName]
    .filter(([name]) => !unsigned.has(name) && !name.startsWith('proxy-') && !name.startsWith('sec-'))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  order = { all, signed, names: signed.map(([name]) => name).join(';') };
  setBounded(orders, key, order, maxOrders);
  return order;
};

const trimmed = (value: string): string =>
  /[\r\n\t]|  |^ | $/.test(value)
    ? value
        .replace(/[\r\n]/g, ' ')
        .replace(/[ \t]+/g, ' ')
        .replace(/^ | $/g, '')
    : value;

const pathOf = (path: string, escapes: boolean): string => {
  if (!escapes || path === '/') return path;
  if (last.path?.own !== path) last.path = { own: path, escaped: escapedPath(path) };
  return last.path.escaped;
};

const escapedPath = (path: string): string => {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  const end = segments.length > 0 && path.endsWith('/') ? '/' : '';
  return escapeUri(`${path.startsWith('/') ? '/' : ''}${segments.join('/')}${end}`).replace(/%2F/g, '/');
};

const queryOf = (query: Readonly<Record<string, unknown>>): string => {
  const parts: (readonly [key: string, text: string])[] = [];
  for (const name of Object.keys(query)) {
    if (name.toLowerCase() === 'x-amz-signature') continue;
    const [key, value] = [escapeUri(name), query[name]];
    if (typeof value === 'string') parts.push([key, `${key}=${escapeUri(value)}`]);
    else if (Array.isArray(value) && value.length > 0)
      parts.push([
        key,
        value
          .map((each: string) => `${key}=${escapeUri(each)}`)
          .sort()
          .join('&'),
      ]);
  }
  return parts
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, text]) => text)
    .join('&');
};
