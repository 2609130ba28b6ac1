import { InvalidInputError } from '@arch/core';
import { expect, it } from 'vitest';

import { queueUrl, queueWith } from './__fixtures__/queue-with.js';
import { receiveMessages } from './index.js';

it.each([
  [
    'with extendVisibility and no visibility timeout',
    { queueUrl, extendVisibility: true },
    /visibilityTimeoutSeconds is required: 1–43,200 if extendVisibility is true/,
  ],
  ['with more than ten messages in a request', { queueUrl, maxMessages: 11 }, /at most 10/],
  ['with a wait time above the limit', { queueUrl, waitSeconds: 21 }, /at most 20/],
])('rejects a stream %s', async (_what, wrong, message) => {
  await using aws = queueWith();
  await expect(receiveMessages(wrong, { session: aws.session }).toArray()).rejects.toThrow(InvalidInputError);
  await expect(receiveMessages(wrong, { session: aws.session }).toArray()).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
