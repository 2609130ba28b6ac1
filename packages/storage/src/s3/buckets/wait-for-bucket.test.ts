import { AccessDeniedError, DeadlineError, InvalidInputError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { waitForBucket } from './index.js';

const bucket = 'reports';
const missing = awsError('NotFound', '', { status: 404 });

it('waits until a bucket exists', async () => {
  await using aws = fakeAws({ answers: { HeadBucket: { BucketRegion: 'eu-west-1' } } });
  aws.once('HeadBucket', missing);
  aws.once('HeadBucket', missing);
  const states: string[] = [];
  const onProgress = ({ state }: { state: string }): void => void states.push(state);
  const found = await waitForBucket({ bucket, state: 'exists' }, { session: aws.session, onProgress });
  expect(found).toEqual({ bucket, region: 'eu-west-1' });
  expect(states).toEqual(['not existing', 'not existing', 'existing']);
});

it('waits until a bucket no longer exists', async () => {
  await using aws = fakeAws({ answers: { HeadBucket: missing } });
  aws.once('HeadBucket', { BucketRegion: 'eu-west-1' });
  expect(await waitForBucket({ bucket, state: 'deleted' }, { session: aws.session })).toBeUndefined();
  expect(aws.requests).toHaveLength(2);
});

it('ends at its deadline, with the last state', async () => {
  await using aws = fakeAws({ answers: { HeadBucket: missing } });
  const waiting = waitForBucket({ bucket, state: 'exists' }, { session: aws.session, timeoutMs: 60_000 });
  await expect(waiting).rejects.toThrow(DeadlineError);
  await expect(waiting).rejects.toThrow('not existing');
});

it('ends if the response is a denial: another account may own the bucket', async () => {
  await using aws = fakeAws({ answers: { HeadBucket: awsError('Forbidden', '', { status: 403 }) } });
  await expect(waitForBucket({ bucket, state: 'exists' }, { session: aws.session })).rejects.toThrow(AccessDeniedError);
  await expect(waitForBucket({ bucket, state: 'gone' as never }, { session: aws.session })).rejects.toThrow(
    InvalidInputError,
  );
});
