import { Readable } from 'node:stream';

import { describe, expect, it } from 'vitest';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { toRequest } from '../declaration/to-request.js';

const text = (httpHeader: string, sensitive = false): readonly unknown[] => [
  0,
  { httpHeader, ...(sensitive && { sensitive: 1 }) },
];
const members: Readonly<Record<string, unknown>> = {
  Bucket: [0, { httpLabel: 1 }],
  CacheControl: text('Cache-Control'),
  ContentDisposition: text('Content-Disposition'),
  ResponseContentDisposition: [0, { httpQuery: 'response-content-disposition' }],
  Tagging: text('x-amz-tagging'),
  CustomAttributes: text('X-Custom-Attributes', true),
  SSECustomerKey: text('x-amz-customer-key', true),
  Attributes: [() => [1, 'test', 'Attributes', 0, () => 0], { httpHeader: 'x-amz-attributes' }],
  PartNumber: [1, { httpHeader: 'x-amz-part-number' }],
  Metadata: [[2, 'test', 'Metadata', 0, 0, 0], { httpPrefixHeaders: 'x-amz-meta-' }],
  Note: 0,
  Body: [42, { httpPayload: 1, streaming: 1 }],
};
class Command {
  readonly input: unknown = {};
  readonly schema: readonly unknown[] = [9, 'test', 'Put', 0, () => input$, () => 'unit'];
}
const input$ = [3, 'test', 'Input', 0, Object.keys(members), Object.values(members)];
const put = (input: object): object => toRequest({ name: 'put', command: Command as never }, input);

describe('a text that becomes a header', () => {
  it('is sent unchanged if it is ASCII, as are members that are not headers', () => {
    const input = {
      cacheControl: 'no-cache, max-age="5"',
      note: 'ü\n',
      bucket: 'ü',
      partNumber: 5,
      metadata: { a: '1' },
    };
    expect(put(input)).toEqual({
      CacheControl: 'no-cache, max-age="5"',
      Note: 'ü\n',
      Bucket: 'ü',
      PartNumber: 5,
      Metadata: { a: '1' },
    });
    // The SDK encodes these in base64.
    expect(put({ aws: { SSECustomerKey: 'ü' } })).toEqual({ SSECustomerKey: 'ü' });
  });

  it.each([
    [
      { cacheControl: 'max–age' },
      'put: cacheControl contains U+2013 (–), which is not allowed in an HTTP header. Use ASCII characters only.',
    ],
    [{ cacheControl: 'é' }, 'put: cacheControl contains U+00E9 (é), which'],
    [
      { cacheControl: 'a\r\nx: y' },
      'put: cacheControl contains U+000D, which is not allowed in an HTTP header. Remove it.',
    ],
    [{ aws: { CacheControl: 'a\0' } }, 'put: aws.CacheControl contains U+0000'],
    [
      { aws: { Tagging: 'team=ü' } },
      'put: aws.Tagging contains U+00FC (ü), which is not allowed in an HTTP header. Percent-encode it',
    ],
    [{ attributes: ['ok', 'nö'] }, 'put: attributes contains U+00F6'],
    [
      { contentDisposition: 'attachment; title="ü"' },
      'put: contentDisposition contains U+00FC (ü), which is not allowed in an HTTP header. Write the name as filename="…".',
    ],
    [{ responseContentDisposition: 'a\n' }, 'put: responseContentDisposition contains U+000A'],
    [{ customAttributes: 'pass–word' }, 'put: customAttributes contains a character, which'],
    [{ metadata: { note: 'a\tb' } }, 'put: metadata.note contains U+0009'],
    [{ metadata: { 'a b': '1' } }, `put: metadata has the name "a b", which is not a valid header name`],
    [{ metadata: { größe: '1' } }, `put: metadata has the name "größe", which is not a valid header name`],
    [
      { aws: { Metadata: { A: '1', a: '2' } } },
      'put: aws.Metadata has the name "a", which differs from "A" only in case',
    ],
    [{ metadata: { note: 'x'.repeat(2_045) } }, 'put: metadata has 2049 encoded bytes including names'],
    [{ metadata: { note: 'ü'.repeat(1_000) } }, 'bytes including names; the limit of S3 is 2,048 bytes (2 KB)'],
  ])('is rejected with an invalid character: %o', (input, message) => {
    expect(() => put(input)).toThrow(InvalidInputError);
    expect(() => put(input)).toThrow(message);
  });

  it('is encoded if possible: metadata as encoded words of RFC 2047, file names as in RFC 6266', () => {
    const input = {
      contentDisposition: 'attachment; filename="ü.txt"',
      responseContentDisposition: 'inline; filename="ü.txt"',
      metadata: { plain: 'as it is', name: '報告' },
    };
    expect(put(input)).toEqual({
      ContentDisposition: `attachment; filename="u.txt"; filename*=UTF-8''%C3%BC.txt`,
      ResponseContentDisposition: `inline; filename="u.txt"; filename*=UTF-8''%C3%BC.txt`,
      Metadata: { plain: 'as it is', name: '=?UTF-8?B?5aCx5ZGK?=' },
    });
    expect(input.metadata.name).toBe('報告');
  });

  it('is named in errors by the member name of the caller', () => {
    const renaming = {
      name: 'put',
      command: Command as never,
      request: ({ lifetime }: { lifetime: string }) => ({ CacheControl: lifetime }),
    };
    expect(() => toRequest(renaming, { lifetime: 'ü' })).toThrow('put: lifetime contains U+00FC');
    const joining = { ...renaming, request: () => ({ CacheControl: 'ü' }) };
    expect(() => toRequest(joining, { lifetime: 1 })).toThrow('put: cacheControl contains U+00FC');
  });
});

it('rejects a stream that was already read, with its member name', async () => {
  const body = Readable.from(['a']);
  await body.toArray();
  expect(() => put({ aws: { Body: body } })).toThrow('put: aws.Body is a stream that was already read completely.');
  expect(() => put({ body })).toThrow('put: body is a stream');
  expect(put({ body: 'text' })).toEqual({ Body: 'text' });
});
