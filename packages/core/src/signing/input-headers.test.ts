import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { inputHeaders } from './input-headers.js';
import type { CommandType } from '../declaration/command-type.js';

const commandOf = (members: Readonly<Record<string, unknown>>): CommandType => {
  const input$ = [3, 'test', 'Input', 0, Object.keys(members), Object.values(members)];
  class Command {
    readonly input: unknown = {};
    readonly schema: readonly unknown[] = [9, 'test', 'Put', 0, () => input$, () => 'unit'];
  }
  return Command as never;
};

const Put = commandOf({
  Bucket: [0, { httpLabel: 1 }],
  VersionId: [0, { httpQuery: 'versionId' }],
  Parameters: [[2, 'test', 'Parameters', 0, 0, 0], { httpQueryParams: 1 }],
  CacheControl: [0, { httpHeader: 'Cache-Control' }],
  ContentLength: [1, { httpHeader: 'Content-Length' }],
  ChecksumAlgorithm: [0, { httpHeader: 'x-amz-sdk-checksum-algorithm' }],
  ChecksumType: [0, { httpHeader: 'x-amz-checksum-type' }],
  ChecksumSHA256: [0, { httpHeader: 'x-amz-checksum-sha256' }],
  Metadata: [[2, 'test', 'Metadata', 0, 0, 0], { httpPrefixHeaders: 'x-amz-meta-' }],
  Body: [42, { httpPayload: 1, streaming: 1 }],
  Note: 0,
});
const headersOf = (wire: object): readonly string[] => [...inputHeaders('presignPut', Put, wire)];

describe('inputHeaders', () => {
  it('returns the header members and metadata in lower case', () => {
    const wire = { CacheControl: 'no-cache', ContentLength: 0, Metadata: { Owner: 'ann', part: '7' } };
    expect(headersOf(wire)).toEqual(['cache-control', 'content-length', 'x-amz-meta-owner', 'x-amz-meta-part']);
  });

  it.each([
    ['members in the URL', { Bucket: 'reports', VersionId: 'v', Parameters: { a: 'b' } }],
    ['absent members', { CacheControl: undefined, Metadata: null, Body: undefined }],
    ['unknown members', { Unknown: 'a' }],
  ])('returns none for %s', (_kind, wire) => {
    expect(headersOf(wire)).toEqual([]);
  });

  it('returns none for a protocol that sends all members in the body', () => {
    expect(inputHeaders('presign', DescribeInstancesCommand, { InstanceIds: ['i-1'] })).toEqual(new Set());
  });
});

describe('a request that cannot be presigned', () => {
  it.each([
    ['Body', 'content'],
    ['Note', ''],
  ])('is rejected because of %s, which is part of the body', (member, value) => {
    expect(() => headersOf({ Bucket: 'reports', [member]: value })).toThrow(InvalidInputError);
    expect(() => headersOf({ Bucket: 'reports', [member]: value })).toThrow(
      `presignPut: ${member} is part of the body, which the user of the URL sends. Omit it.`,
    );
  });

  it('is rejected with a checksum algorithm and no checksum', () => {
    const message = 'presignPut: ChecksumAlgorithm requires the checksum of the content.';
    expect(() => headersOf({ ChecksumAlgorithm: 'SHA256' })).toThrow(message);
    expect(() => headersOf({ ChecksumAlgorithm: 'SHA256', ChecksumType: 'FULL_OBJECT' })).toThrow(message);
    expect(headersOf({ ChecksumAlgorithm: 'SHA256', ChecksumSHA256: 'abc' })).toEqual([
      'x-amz-sdk-checksum-algorithm',
      'x-amz-checksum-sha256',
    ]);
  });
});
