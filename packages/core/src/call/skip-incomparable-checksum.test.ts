import { HttpResponse } from '@smithy/core/protocols';
import { describe, expect, it } from 'vitest';

import { skipIncomparableChecksum } from './skip-incomparable-checksum.js';

/** The input after the response, with the checksum mode that the SDK then reads. */
const read = async (
  statusCode: number,
  headers: Readonly<Record<string, string>>,
): Promise<{ ChecksumMode?: unknown }> => {
  const input = { Key: 'report.csv', ChecksumMode: 'ENABLED' };
  const result = { response: new HttpResponse({ statusCode, headers }) };
  const handle = skipIncomparableChecksum(async (args) => {
    // The request always asks for checksums.
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
    ['that is absent', 200, {}],
  ])('is compared with the content: one %s', async (_kind, status, headers) => {
    expect(await read(status, headers)).toMatchObject({ ChecksumMode: 'ENABLED' });
  });

  it.each([
    ['over those of parts', 200, { 'x-amz-checksum-sha256': 'abc-2', 'x-amz-checksum-type': 'COMPOSITE' }],
    ['of the whole object with a range', 206, { 'x-amz-checksum-crc64nvme': 'abc' }],
    ['with a range that a proxy returns with status 200', 200, { 'content-range': 'bytes 0-1/5' }],
  ])('is not compared with other content than its own: one %s', async (_kind, status, headers) => {
    expect(await read(status, headers)).not.toHaveProperty('ChecksumMode');
  });

  it('is not changed if there is no response', async () => {
    const input = { ChecksumMode: 'ENABLED' };
    const failing = skipIncomparableChecksum(() => Promise.reject(new Error('lost')));
    await expect(failing({ input })).rejects.toThrow('lost');
    expect(input).toEqual({ ChecksumMode: 'ENABLED' });
  });
});
