import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';

import { describe, expect, it, vi } from 'vitest';

import { compareContent } from './compare-content.js';
import type { Middleware } from './middleware.js';
import { WholeContent, type WholeResponse } from './whole-content.js';

const bytes = Buffer.from('content');
const sum = Buffer.alloc(4);
sum.writeUInt32BE(crc32(bytes));
const right = sum.toString('base64');

const compare = async (
  headers: Readonly<Record<string, string>>,
  { body = bytes as unknown, statusCode = 200, ChecksumMode = 'ENABLED' as unknown } = {},
) => {
  const response: WholeResponse = { statusCode, headers, body };
  const bySdk = vi.fn((next: () => Promise<object>) => () => next());
  const layer = compareContent({ config: {}, commandClass: {}, middleware: bySdk as unknown as Middleware });
  const answered = await layer((async () => ({ response })) as never, {})({ input: { ChecksumMode } } as never);
  expect(answered).toEqual({ response });
  return { response, isBySdk: bySdk.mock.calls.length > 0 };
};

describe('content that has been read', () => {
  it.each([
    ['its checksum', { 'x-amz-checksum-crc32': right, 'x-amz-checksum-type': 'FULL_OBJECT' }, 'ENABLED'],
    ['no checksum', {}, 'ENABLED'],
    ['a checksum of parts', { 'x-amz-checksum-crc32': 'AAAAAA==-3' }, 'ENABLED'],
    ['a checksum that nobody compares', { 'x-amz-checksum-crc32': 'AAAAAA==' }, 'DISABLED'],
  ])('is returned with %s', async (_title, headers, ChecksumMode) => {
    const { response, isBySdk } = await compare(headers, { ChecksumMode });
    expect(isBySdk).toBe(false);
    expect(await new WholeContent(response).transformToByteArray()).toEqual(new Uint8Array(bytes));
  });

  it("is rejected in the SDK's words if it has another checksum", async () => {
    const { response } = await compare({ 'x-amz-checksum-crc32': 'AAAAAA==' });
    await expect(new WholeContent(response).transformToByteArray()).rejects.toThrow(
      `Checksum mismatch: expected "AAAAAA==" but received "${right}" in response header "x-amz-checksum-crc32".`,
    );
  });

  it.each([
    ['of another algorithm', { 'x-amz-checksum-sha256': 'a' }],
    ['of two algorithms', { 'x-amz-checksum-crc32': right, 'x-amz-checksum-crc64nvme': 'a' }],
  ])('is given to the SDK as a stream if it has checksums %s', async (_title, headers) => {
    const { response, isBySdk } = await compare(headers);
    expect(isBySdk).toBe(true);
    expect(await text(response.body as Readable)).toBe('content');
  });
});

it.each([
  ['a stream', { body: {} }],
  ['an error', { statusCode: 404 }],
])('the SDK reads %s', async (_title, response) => {
  expect(await compare({ 'x-amz-checksum-crc32': 'AAAAAA==' }, response)).toMatchObject({ isBySdk: true });
});
