import { InvalidInputError } from '@arch/core';
import { awsError, fault } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { awsMessage, queueUrl, queueWith, story } from './__fixtures__/queue-with.js';
import { receiveMessages } from './index.js';

const input = { queueUrl, visibilityTimeoutSeconds: 20, extendVisibility: true, stopWhenEmpty: true };

it('keeps messages hidden as long as the work takes, and no longer', async () => {
  await using aws = queueWith([awsMessage('m1'), awsMessage('m2')]);
  for await (const { messageId } of receiveMessages(input, { session: aws.session })) {
    if (messageId === 'm1') await expect.poll(() => story(aws)).toContain('ChangeMessageVisibilityBatch r1 r2');
    if (messageId === 'm2') await expect.poll(() => story(aws)).toContain('ChangeMessageVisibilityBatch r2');
  }
  const changes = aws.requests.filter(({ operation }) => operation === 'ChangeMessageVisibilityBatch');
  expect(changes[0]?.input['Entries']).toMatchObject([{ VisibilityTimeout: 20 }, { VisibilityTimeout: 20 }]);
  expect(changes[0]?.atMs).toBeLessThanOrEqual(10_000);
  expect(story(aws).at(-1)).toBe('ReceiveMessage');
});

it('ends the stream when AWS refuses to hide messages, and not when it throttles', async () => {
  await using aws = queueWith([awsMessage('m1'), awsMessage('m2')]);
  for (let time = 0; time < 3; time++) aws.once('ChangeMessageVisibilityBatch', fault('throttle'));
  aws.on('ChangeMessageVisibilityBatch', awsError('AccessDenied', 'No.', { status: 403 }));
  const loop = async (): Promise<void> => {
    for await (const _each of receiveMessages(input, { session: aws.session }))
      await expect.poll(() => story(aws).filter((each) => each.startsWith('Change')).length).toBe(4);
  };
  await expect(loop()).rejects.toThrow(/may not do sqs:ChangeMessageVisibility/);
});

it.each([
  ['without a timeout to extend', { queueUrl, extendVisibility: true }, /visibilityTimeoutSeconds is missing/],
  ['with more than ten in a request', { queueUrl, maxMessages: 11 }, /at most 10/],
  ['with a wait that SQS does not have', { queueUrl, waitSeconds: 21 }, /at most 20/],
])('refuses a stream %s', async (_what, wrong, message) => {
  await using aws = queueWith();
  await expect(receiveMessages(wrong, { session: aws.session }).toArray()).rejects.toThrow(InvalidInputError);
  await expect(receiveMessages(wrong, { session: aws.session }).toArray()).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
