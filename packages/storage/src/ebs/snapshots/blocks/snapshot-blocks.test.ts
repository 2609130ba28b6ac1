import { createHash } from 'node:crypto';

import { InvalidInputError, NotFoundError, UnexpectedResponseError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  completeSnapshot,
  getSnapshotBlock,
  listChangedBlocks,
  listSnapshotBlocks,
  putSnapshotBlock,
  startSnapshot,
} from './index.js';

const snapshotId = 'snap-0123456789abcdef0';
const data = new Uint8Array(524_288).fill(7);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');
const answer = { BlockData: data, Checksum: sha256(data), ChecksumAlgorithm: 'SHA256', DataLength: 524_288 };
const block = { snapshotId, blockIndex: 3, blockToken: 'AAABAV3' };

describe('getSnapshotBlock', () => {
  it('returns the data if it matches its checksum', async () => {
    await using aws = fakeAws({ answers: { GetSnapshotBlock: answer } });
    expect(await getSnapshotBlock(block, { session: aws.session })).toEqual(data);
    expect(aws.requests[0]?.path).toBe(`/snapshots/${snapshotId}/blocks/3?blockToken=AAABAV3`);
  });

  it.each([
    [{ ...answer, BlockData: new Uint8Array(524_288) }, /its SHA256 is .{44}, but the SHA256 that EBS stores is/],
    [{ ...answer, BlockData: data.subarray(1) }, /its length is 524287, but the length that EBS reports is 524288/],
    [{ ...answer, Checksum: undefined }, /EBS sent no checksum/],
  ])('throws for data that is damaged', async (damaged, message) => {
    await using aws = fakeAws({ answers: { GetSnapshotBlock: damaged } });
    const call = getSnapshotBlock(block, { session: aws.session });
    await expect(call).rejects.toThrow(UnexpectedResponseError);
    await expect(call).rejects.toThrow(message);
    await expect(call).rejects.toThrow('getSnapshotBlock: the received data of block 3 of snap-0123456789abcdef0');
  });

  it('throws NotFoundError for an unknown snapshot, and quotes no token', async () => {
    await using aws = fakeAws();
    aws.on('GetSnapshotBlock', awsError('ResourceNotFoundException', 'not found', { status: 404 }));
    const error: unknown = await getSnapshotBlock(block, { session: aws.session }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NotFoundError);
    expect(String(error)).not.toContain('AAABAV3');
  });
});

it('lists the blocks of a snapshot and the changes between two, over all pages', async () => {
  await using aws = fakeAws();
  aws.once('ListSnapshotBlocks', { Blocks: [{ BlockIndex: 0, BlockToken: 'a' }], NextToken: 'more', VolumeSize: 1 });
  aws.once('ListSnapshotBlocks', { Blocks: [{ BlockIndex: 9, BlockToken: 'b' }], VolumeSize: 1 });
  aws.on('ListChangedBlocks', {
    ChangedBlocks: [
      { BlockIndex: 0, FirstBlockToken: 'a', SecondBlockToken: 'c' },
      { BlockIndex: 4, FirstBlockToken: 'd' },
    ],
  });
  const { session } = aws;
  const blocks = await listSnapshotBlocks({ snapshotId }, { session }).toArray();
  expect(blocks).toEqual([
    { blockIndex: 0, blockToken: 'a' },
    { blockIndex: 9, blockToken: 'b' },
  ]);
  const both = { firstSnapshotId: snapshotId, secondSnapshotId: 'snap-0fedcba9876543210' };
  const changes = await listChangedBlocks(both, { session }).toArray();
  expect(changes[1]).toEqual({ blockIndex: 4, firstBlockToken: 'd' });
});

describe('a snapshot that is written', () => {
  it('is encrypted unless it has a parent, and started only once', async () => {
    await using aws = fakeAws();
    aws.once('StartSnapshot', fault('reset'));
    aws.on('StartSnapshot', { SnapshotId: snapshotId, Status: 'pending', VolumeSize: 8, BlockSize: 524_288 });
    const { session } = aws;
    const started = await startSnapshot({ volumeSizeGiB: 8, timeoutMinutes: 20, tags: { a: 'b' } }, { session });
    expect(started).toMatchObject({ snapshotId, blockSizeBytes: 524_288 });
    await startSnapshot({ volumeSizeGiB: 8, parentSnapshotId: snapshotId }, { session });
    const [first, retry, child] = aws.requests.map(({ input }) => input);
    expect(first).toMatchObject({ VolumeSize: 8, Encrypted: true, Timeout: 20, Tags: [{ Key: 'a', Value: 'b' }] });
    expect(retry?.['ClientToken']).toBe(first?.['ClientToken']);
    expect(child?.['Encrypted']).toBeUndefined();
  });

  it.each([
    [
      { parentSnapshotId: snapshotId, encrypted: true },
      'provide encrypted and kmsKeyArn only without parentSnapshotId.',
    ],
    [{ parentSnapshotId: snapshotId, kmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/1' }, 'provide encrypted and'],
    [{ encrypted: false, kmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/1' }, 'encrypted must be true with a'],
    [{ timeoutMinutes: 5 }, 'timeoutMinutes must be at least 10 (got 5)'],
    [{ volumeSizeGiB: 70_000 }, 'volumeSizeGiB must be at most 65536 (got 70000)'],
  ])('is not started with %o', async (part, message) => {
    await using aws = fakeAws();
    const call = startSnapshot({ volumeSizeGiB: 8, ...part }, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('gets blocks with their checksums, and is completed with the checksum of all', async () => {
    await using aws = fakeAws({
      answers: { PutSnapshotBlock: { Checksum: sha256(data) }, CompleteSnapshot: { Status: 'pending' } },
    });
    aws.on('DescribeSnapshots', {
      Snapshots: [{ SnapshotId: snapshotId, State: 'completed', StartTime: '2026-11-01T10:00:00Z', VolumeSize: 8 }],
    });
    const { session } = aws;
    await putSnapshotBlock({ snapshotId, blockIndex: 3, blockData: data }, { session });
    expect(aws.requests[0]).toMatchObject({
      method: 'PUT',
      headers: { 'x-amz-checksum': sha256(data), 'x-amz-checksum-algorithm': 'SHA256', 'x-amz-data-length': '524288' },
    });
    const done = await completeSnapshot({ snapshotId, changedBlocksCount: 1, checksum: 'c' }, { session, wait: true });
    expect(done.state).toBe('completed');
    expect(aws.requests[1]?.headers).toMatchObject({
      'x-amz-changedblockscount': '1',
      'x-amz-checksum': 'c',
      'x-amz-checksum-algorithm': 'SHA256',
      'x-amz-checksum-aggregation-method': 'LINEAR',
    });
  });

  it('gets no block of another size', async () => {
    await using aws = fakeAws();
    const call = putSnapshotBlock({ snapshotId, blockIndex: 0, blockData: data.subarray(1) }, { session: aws.session });
    await expect(call).rejects.toThrow('putSnapshotBlock: blockData must be a block of 524,288 bytes');
    expect(aws.requests).toEqual([]);
  });
});
