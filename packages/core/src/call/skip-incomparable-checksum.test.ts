import { HttpResponse } from '@smithy/core/protocols';
import { describe, expect, it } from 'vitest';

import { skipIncomparableChecksum } from './skip-incomparable-checksum.js';

/** The mode that the SDK finds when it looks at the response, and what came of the request. */
const read = async (
  statusCode: number,
  headers: Readonly<Record<string, string>>,
): Promise<{ ChecksumMode?: unknown }> => {
  const input = { Key: 'report.csv', ChecksumMode: 'ENABLED' };
  const result = { response: new HttpResponse({ statusCode, headers }) };
  const handle = skipIncomparableChecksum(async (args) => {
    // The request asks for checksums in any case.
    expect(args.input.ChecksumMode).toBe('ENABLED');
    return result;
  });
  expect(await handle({ input })).toBe(result);
  expect(input.Key).toBe('report.csv');
  return input;
};

describe('the checksum of a response', () => {
  it.each([
    ['of a whole object', 200, { 'x-amz-checksum-sha256': 'abc', 'x-amz-checksum-type': 'FULL_OBJECT' }],
    ['without a type', 200, { 'x-amz-checksum-crc32': 'abc' }],
    ['that is none', 200, {}],
  ])('is compared with the content: one %s', async (_kind, status, headers) => {
    expect(await read(status, headers)).toMatchObject({ ChecksumMode: 'ENABLED' });
  });

  it.each([
    ['over those of parts', 200, { 'x-amz-checksum-sha256': 'abc-2', 'x-amz-checksum-type': 'COMPOSITE' }],
    ['of the whole beside a range', 206, { 'x-amz-checksum-crc64nvme': 'abc' }],
    ['beside a range that a proxy answers with 200', 200, { 'content-range': 'bytes 0-1/5' }],
  ])('is not compared with content that it is not about: one %s', async (_kind, status, headers) => {
    expect(await read(status, headers)).not.toHaveProperty('ChecksumMode');
  });

  it('changes nothing where there is no response', async () => {
    const input = { ChecksumMode: 'ENABLED' };
    const failing = skipIncomparableChecksum(() => Promise.reject(new Error('lost')));
    await expect(failing({ input })).rejects.toThrow('lost');
    expect(input).toEqual({ ChecksumMode: 'ENABLED' });
  });
});
