import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import type { PlannedAction } from '../plans/index.js';
import { removeObjects } from './remove-objects.js';

const place = { operation: 'syncPrefix', bucket: 'reports', start: 'old/', aws: { RequestPayer: 'requester' } };
const actions = (count: number): readonly PlannedAction[] =>
  Array.from({ length: count }, (_, at) => ({
    action: 'delete',
    path: `${at}`,
    sizeBytes: 1,
    reason: 'not-in-source',
    lastModified: new Date(0),
  }));

it('deletes 1,000 objects per request, and lists those of a request that fails', async () => {
  await using aws = fakeAws({ answers: { DeleteObjects: {} } });
  aws.once('DeleteObjects', {});
  aws.once('DeleteObjects', awsError('AccessDenied', 'No.', { status: 403 }));
  const failed = await removeObjects(place, actions(2_500), { session: aws.session });
  expect(failed).toHaveLength(1_000);
  expect(failed[0]).toMatchObject({ path: '1000', action: 'delete', error: { name: 'AccessDeniedError' } });
  const sent = aws.requests.map(({ input }) => input as { Delete: { Objects: readonly { Key: string }[] } });
  expect(sent.map(({ Delete: { Objects } }) => [Objects.length, Objects[0]?.Key])).toEqual([
    [1_000, 'old/0'],
    [1_000, 'old/1000'],
    [500, 'old/2000'],
  ]);
  expect(sent[2]).toMatchObject({ RequestPayer: 'requester' });
});

it('lists the objects that S3 has not deleted, by their paths', async () => {
  const Errors = [{ Key: 'old/1', Code: 'InternalError', Message: '' }];
  await using aws = fakeAws({ answers: { DeleteObjects: { Errors } } });
  const failed = await removeObjects(place, actions(2), { session: aws.session });
  expect(failed.map(({ path, error }) => [path, error.message])).toEqual([
    ['1', 'syncPrefix: S3 has not deleted the object old/1: InternalError'],
  ]);
});
