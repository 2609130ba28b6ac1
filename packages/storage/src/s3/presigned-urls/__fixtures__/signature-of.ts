import { createHash, createHmac } from 'node:crypto';

import type { PresignedRequest } from '@arch/core';

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/**
 * Computes the signature of a presigned request as S3 does, only from its URL and headers. Written after
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html.
 */
export const signatureOf = ({ url, method, headers }: PresignedRequest, secretAccessKey: string): string => {
  const { host, pathname, searchParams } = new URL(url);
  const sent: Readonly<Record<string, string>> = { ...headers, host };
  const signedHeaders = searchParams.get('X-Amz-SignedHeaders') ?? '';
  const query = [...searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort(compare);
  const canonicalHeaders = signedHeaders
    .split(';')
    .map((name) => `${name}:${(sent[name] ?? 'absent').trim().replace(/ +/g, ' ')}\n`);
  const canonical = [method, pathname, query.join('&'), canonicalHeaders.join(''), signedHeaders, 'UNSIGNED-PAYLOAD'];
  const date = searchParams.get('X-Amz-Date') ?? '';
  const [, ...scope] = (searchParams.get('X-Amz-Credential') ?? '').split('/');
  const hash = createHash('sha256').update(canonical.join('\n')).digest('hex');
  const key = scope.reduce<Buffer | string>((last, step) => hmac(last, step), `AWS4${secretAccessKey}`);
  return hmac(key, ['AWS4-HMAC-SHA256', date, scope.join('/'), hash].join('\n')).toString('hex');
};

const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
