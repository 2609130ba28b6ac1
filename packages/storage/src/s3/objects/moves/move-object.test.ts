import { AccessDeniedError, ConflictError, InvalidInputError, UnexpectedResponseError } from '@arch/core';
import { type Answer, awsError, type FakeAws, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { deleteObject } from '../index.js';
import { moveObject } from './index.js';

const source = { bucket: 'reports', key: 'new/11.csv' };
const moving = { bucket: 'archive', key: 'done/11.csv', source };
const written = '2026-11-01T10:00:00Z';
const head = { ContentLength: 5, ETag: '"5d"', LastModified: written };
const operations = (aws: FakeAws): string[] => aws.requests.map(({ operation }) => operation);

/** An AWS with a source and its copy. */
const awsOf = (found: object, copy: object, others: Readonly<Record<string, Answer>> = {}): FakeAws =>
  fakeAws({
    answers: {
      HeadObject: ({ Bucket }: { Bucket?: string }) => (Bucket === 'reports' ? found : copy),
      CopyObject: { CopyObjectResult: { ETag: '"5d"' } },
      DeleteObject: {},
      ...others,
    },
  });

describe('moveObject', () => {
  it('copies, verifies the checksum, and deletes the source only if it is still the same', async () => {
    const crc = { ChecksumCRC64NVME: 'AAAAAAAAAAE=', ChecksumType: 'FULL_OBJECT' };
    await using aws = awsOf({ ...head, ...crc, StorageClass: 'STANDARD_IA' }, { ...head, ...crc, ETag: '"other"' });
    const moved = await moveObject(moving, { session: aws.session });
    expect(moved).toMatchObject({ bucket: 'archive', key: 'done/11.csv', sizeBytes: 5, verifiedBy: 'CRC64NVME' });
    expect(operations(aws).slice(-3)).toEqual(['HeadObject', 'HeadObject', 'DeleteObject']);
    const copying = aws.requests.find(({ operation }) => operation === 'CopyObject');
    expect(copying?.headers).toMatchObject({ 'x-amz-storage-class': 'STANDARD_IA' });
    expect(aws.requests.at(-1)?.input).toEqual({ Bucket: 'reports', Key: 'new/11.csv', IfMatch: '"5d"' });
  });

  it('verifies equal ETags, also of objects without checksums', async () => {
    await using aws = awsOf(head, head);
    expect(await moveObject(moving, { session: aws.session })).toMatchObject({ verifiedBy: 'eTag' });
  });

  it('reads both objects if S3 stores nothing that can be compared', async () => {
    const parts = { ChecksumCRC32: 'AAAAAA==-2', ChecksumType: 'COMPOSITE' };
    const copy = { ...head, ETag: '"5d-3"', ChecksumCRC32: 'AAAAAQ==-3', ChecksumType: 'COMPOSITE' };
    await using aws = awsOf({ ...head, ...parts }, copy, { GetObject: { Body: 'hello' } });
    expect(await moveObject(moving, { session: aws.session })).toMatchObject({ verifiedBy: 'content' });
    expect(operations(aws).filter((each) => each === 'GetObject')).toHaveLength(2);
  });

  it.each([
    ['size', { ...head, ContentLength: 4 }],
    ['checksum', { ...head, ChecksumCRC32: 'AAAAAQ==' }],
  ])('keeps the source of a copy with another %s, and says that the copy is left', async (_kind, copy) => {
    await using aws = awsOf({ ...head, ChecksumCRC32: 'AAAAAA==' }, copy);
    const move = moveObject(moving, { session: aws.session });
    await expect(move).rejects.toThrow(UnexpectedResponseError);
    await expect(move).rejects.toThrow(
      'moveObject: the copy done/11.csv in bucket archive differs from new/11.csv in bucket reports. Call again. ' +
        'The copy done/11.csv is left in bucket archive; the source is kept.',
    );
    expect(operations(aws)).not.toContain('DeleteObject');
  });

  it('keeps the source if its content and that of the copy differ', async () => {
    await using aws = awsOf(head, { ...head, ETag: '"other"' });
    aws.once('GetObject', { Body: 'hello' });
    aws.once('GetObject', { Body: 'hallo' });
    await expect(moveObject(moving, { session: aws.session })).rejects.toThrow(UnexpectedResponseError);
    expect(operations(aws)).not.toContain('DeleteObject');
  });

  it('deletes the new version of a copy that is not verified', async () => {
    const copied = { CopyObjectResult: { ETag: '"5d"' }, VersionId: 'v2' };
    await using aws = awsOf(head, { ...head, ContentLength: 4 }, { CopyObject: copied });
    await expect(moveObject(moving, { session: aws.session })).rejects.toThrow(UnexpectedResponseError);
    const deletions = aws.requests.filter(({ operation }) => operation === 'DeleteObject');
    expect(deletions.map(({ input }) => input)).toEqual([{ Bucket: 'archive', Key: 'done/11.csv', VersionId: 'v2' }]);
  });

  it.each([
    ['by another program', { ...head, ETag: '"6e"' }],
    ['by the copy, if both names are of one bucket', { ...head, LastModified: '2026-11-01T10:00:01Z' }],
  ])('keeps a source that was written during the move %s', async (_kind, later) => {
    let isCopied = false;
    await using aws = fakeAws({
      answers: {
        HeadObject: ({ Bucket }: { Bucket?: string }) => (isCopied && Bucket === 'reports' ? later : head),
        CopyObject: () => {
          isCopied = true;
          return { CopyObjectResult: { ETag: '"5d"' } };
        },
        DeleteObject: {},
      },
    });
    const move = moveObject(moving, { session: aws.session });
    await expect(move).rejects.toThrow(ConflictError);
    await expect(move).rejects.toThrow('moveObject: new/11.csv in bucket reports changed during the move.');
    expect(operations(aws)).not.toContain('DeleteObject');
  });

  it.each([
    ['denied', awsError('AccessDenied', 'Access Denied', { status: 403 })],
    ['lost', fault('reset')],
  ])('keeps the copy and says so if the deletion is %s', async (_kind, answer) => {
    const copied = { CopyObjectResult: { ETag: '"5d"' }, VersionId: 'v2' };
    await using aws = awsOf(head, head, { CopyObject: copied, DeleteObject: answer as Answer });
    await expect(moveObject(moving, { session: aws.session })).rejects.toThrow(
      'The copy done/11.csv in bucket archive is complete; new/11.csv in bucket reports may still exist.',
    );
    for (const { operation, input } of aws.requests)
      if (operation === 'DeleteObject') expect(input).toMatchObject({ Bucket: 'reports' });
  });

  it('deletes without a condition in a store that has no conditional deletions', async () => {
    await using aws = awsOf(head, head);
    aws.once('DeleteObject', awsError('NotImplemented', 'A header you provided is not implemented', { status: 501 }));
    await moveObject(moving, { session: aws.session });
    expect(aws.requests.at(-1)?.input).toEqual({ Bucket: 'reports', Key: 'new/11.csv' });
  });

  it('sends nothing after a failed copy', async () => {
    const denial = awsError('AccessDenied', 'Access Denied', { status: 403 });
    await using aws = awsOf(head, head, { CopyObject: denial });
    await expect(moveObject(moving, { session: aws.session })).rejects.toThrow(AccessDeniedError);
    expect(operations(aws).at(-1)).toBe('CopyObject');
  });

  it('rejects a destination that is the source, and sends nothing', async () => {
    await using aws = fakeAws();
    const move = moveObject({ ...source, source }, { session: aws.session });
    await expect(move).rejects.toThrow(InvalidInputError);
    await expect(move).rejects.toThrow('moveObject: provide a bucket and key that are not those of the source');
    expect(aws.requests).toEqual([]);
  });
});

describe('deleteObject with ifMatch', () => {
  it('throws ConflictError if the object has another ETag', async () => {
    const answer = awsError('PreconditionFailed', 'At least one of the pre-conditions', { status: 412 });
    await using aws = fakeAws({ answers: { DeleteObject: answer } });
    await expect(deleteObject({ ...source, ifMatch: '"5d"' }, { session: aws.session })).rejects.toThrow(ConflictError);
    expect(aws.requests[0]?.headers).toMatchObject({ 'if-match': '"5d"' });
  });
});
