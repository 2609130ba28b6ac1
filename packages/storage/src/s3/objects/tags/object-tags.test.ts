import { ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './index.js';

const object = { bucket: 'reports', key: '2026/11.csv' };

describe('the tags of an object', () => {
  it('are read as a record', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    aws.once('GetObjectTagging', { TagSet: [{ Key: 'status', Value: 'approved' }], VersionId: 'v1' });
    expect(await getObjectTagging(object, { session })).toEqual({ tags: { status: 'approved' }, versionId: 'v1' });
    aws.once('GetObjectTagging', { TagSet: [] });
    expect(await getObjectTagging({ ...object, versionId: 'v1' }, { session })).toEqual({ tags: {} });
    expect(aws.requests[1]?.input).toMatchObject({ VersionId: 'v1' });
  });

  it('are replaced and deleted', async () => {
    await using aws = fakeAws({ answers: { PutObjectTagging: {}, DeleteObjectTagging: {} } });
    const { session } = aws;
    expect(await putObjectTagging({ ...object, tags: { 'cost centre': '47/11', empty: '' } }, { session })).toBe(
      undefined,
    );
    expect(await deleteObjectTagging({ ...object, versionId: 'v1' }, { session })).toBe(undefined);
    const [put, deletion] = aws.requests.map(({ input }) => input);
    const TagSet = [
      { Key: 'cost centre', Value: '47/11' },
      { Key: 'empty', Value: '' },
    ];
    expect(put).toMatchObject({ Bucket: 'reports', Key: '2026/11.csv', Tagging: { TagSet } });
    expect(deletion).toEqual({ Bucket: 'reports', Key: '2026/11.csv', VersionId: 'v1' });
  });

  it.each([
    [Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`tag-${n}`, ''])), 'at most 10 tags (got 11)'],
    [{ 'aws:own': 'a' }, 'without the prefix "aws:"'],
    [{ status: 'ok!' }, 'text of letters, digits, spaces and _ . : / = + - @'],
  ])('are rejected before anything is sent: %o', async (tags, message) => {
    await using aws = fakeAws();
    const putting = putObjectTagging({ ...object, tags }, { session: aws.session });
    await expect(putting).rejects.toThrow(InvalidInputError);
    await expect(putting).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('throw NotFoundError without the object, and ConflictError during another change', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    aws.once('GetObjectTagging', awsError('NoSuchKey', 'The specified key does not exist.', { status: 404 }));
    await expect(getObjectTagging(object, { session })).rejects.toThrow(NotFoundError);
    aws.on('PutObjectTagging', awsError('OperationAborted', 'A conflicting operation is in progress', { status: 409 }));
    await expect(putObjectTagging({ ...object, tags: {} }, { session })).rejects.toThrow(ConflictError);
  });
});
