import { Readable } from 'node:stream';

import { Sha256 } from '@smithy/core/checksum';
import { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Scope, signRequest } from './sign-request.js';

type Keys = Parameters<typeof signRequest>[1];

const text = fc.string({ unit: 'binary', maxLength: 12 });
const segment = fc.oneof(fc.constantFrom('', '.', '..', '...', '%41', '%2F', '%', 'a b', '~*'), text);
// The SDK takes members of Object.prototype for values of a query.
const queryName = text.filter((name) => !(name in {}));
const query = fc.dictionary(queryName, fc.oneof(text, fc.array(text, { maxLength: 4 }), fc.constant(null)));

const signedNames = [
  'host',
  'content-type',
  'x-amz-meta-a',
  'x-amz-meta-b',
  'x-amz-security-token',
  'proxied',
  'second',
];
const unsignedNames = [
  'cache-control',
  'expect',
  'user-agent',
  'proxy-x',
  'sec-x',
  'sec-fetch-mode',
  'x-amzn-trace-id',
];
const replacedNames = ['authorization', 'x-amz-date', 'date'];
const headerName = fc.mixedCase(fc.constantFrom(...signedNames, ...unsignedNames, ...replacedNames));
const headerText = fc.string({ unit: fc.constantFrom(' ', '\t', 'a', 'B', ',', ';', 'é', '\r\n'), maxLength: 12 });
const headers = fc
  .record({
    list: fc.array(fc.tuple(headerName, fc.option(headerText, { freq: 9, nil: undefined })), { maxLength: 8 }),
    hash: fc.option(fc.tuple(fc.mixedCase(fc.constant('x-amz-content-sha256')), headerText), { freq: 1 }),
    isHashFirst: fc.boolean(),
  })
  .map(
    ({ list, hash, isHashFirst }) =>
      Object.fromEntries(!hash ? list : isHashFirst ? [hash, ...list] : [...list, hash]) as Record<string, string>,
  );

const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 });
const body = fc.oneof(
  fc.constantFrom(undefined, null, ''),
  text,
  bytes,
  bytes.map((all) => all.subarray(1)),
  bytes.map((all) => all.slice().buffer),
  text.map((all) => Readable.from([all])),
);

const request = fc
  .record({
    method: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'HEAD'),
    path: fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join('/')}`),
    query,
    headers,
    body,
  })
  .map((parts) => new HttpRequest({ hostname: 'example.com', ...parts }));

const keys = fc.record({
  accessKeyId: fc.constantFrom('AKIAFIRST', 'AKIASECOND'),
  secretAccessKey: fc.oneof(fc.constantFrom('first', 'second'), text),
  sessionToken: fc.option(fc.constantFrom('', 'token'), { nil: undefined }),
});
const scope = fc.record({
  region: fc.constantFrom('eu-west-1', 'us-east-1'),
  service: fc.constantFrom('s3', 'ec2'),
  date: fc.oneof(fc.constantFrom(new Date('2026-01-01T00:00:00.999Z')), fc.date({ noInvalidDate: true })),
  escapesPath: fc.boolean(),
});

const signedBySdk = (unsigned: HttpRequest, credentials: Keys, { date, escapesPath, ...place }: Scope) =>
  new SignatureV4({
    ...place,
    credentials: credentials as never,
    sha256: Sha256,
    uriEscapePath: escapesPath,
    applyChecksum: true,
  }).sign(unsigned, { signingDate: date });

const plain = (parts: object = {}): HttpRequest =>
  new HttpRequest({ method: 'PUT', hostname: 'example.com', headers: { host: 'example.com' }, ...parts });
const here: Scope = { region: 'eu-west-1', service: 's3', date: new Date(0), escapesPath: false };

describe('a signed request', () => {
  it("equals the SDK's for every request, key, place and time", async () => {
    await fc.assert(
      fc.asyncProperty(request, keys, scope, async (unsigned, credentials, where) => {
        expect(signRequest(unsigned, credentials, where)).toStrictEqual(
          await signedBySdk(unsigned, credentials, where),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is a copy: the request itself is not changed', () => {
    const parts = { query: { a: ['2', '1'] }, headers: { host: 'a', Authorization: 'old', 'X-Amz-Date': 'old' } };
    const unsigned = plain(structuredClone(parts));
    const signed = signRequest(unsigned, { accessKeyId: 'AKIA', secretAccessKey: 'a', sessionToken: 'b' }, here);
    expect(unsigned).toStrictEqual(plain(parts));
    expect(Object.keys(signed.headers).sort()).toEqual([
      'authorization',
      'host',
      'x-amz-content-sha256',
      'x-amz-date',
      'x-amz-security-token',
    ]);
  });

  it.each([
    ['the hash of its bytes', Buffer.from('a'), 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'],
    ['no hash of a stream', Readable.from(['a']), 'UNSIGNED-PAYLOAD'],
  ])('contains %s', (_title, content, hash) => {
    const signed = signRequest(plain({ body: content }), { accessKeyId: 'AKIA', secretAccessKey: 'a' }, here);
    expect(signed.headers['x-amz-content-sha256']).toBe(hash);
  });
});

describe('the key of a signature', () => {
  it('is not mixed up with that of another secret, day, region or service, also when many are in use', async () => {
    const secrets = Array.from({ length: 60 }, (_, index) => `secret ${index}`);
    const places = [
      here,
      { ...here, date: new Date(86_400_000) },
      { ...here, region: 'eu-west-2' },
      { ...here, service: 'ec2' },
    ];
    const signatures = new Set<string | undefined>();
    for (const place of [...places, ...places])
      for (const secretAccessKey of secrets) {
        const credentials = { accessKeyId: 'AKIA', secretAccessKey };
        const { authorization } = signRequest(plain(), credentials, place).headers;
        expect(authorization).toBe((await signedBySdk(plain(), credentials, place)).headers['authorization']);
        signatures.add(authorization);
      }
    expect(signatures.size).toBe(240);
  });
});
