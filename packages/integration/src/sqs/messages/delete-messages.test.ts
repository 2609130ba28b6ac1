import { ConflictError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { awsMessage, queueUrl, queueWith, story } from './__fixtures__/queue-with.js';
import { changeMessageVisibility, deleteMessage, deleteMessages, receiveMessages } from './index.js';

it('deletes a received message in a loop, which can then end', async () => {
  await using aws = queueWith([awsMessage('m1')]);
  aws.on('DeleteMessage', {});
  for await (const message of receiveMessages(queueUrl, { session: aws.session })) {
    await deleteMessage(message, { session: aws.session });
    break;
  }
  expect(aws.requests[1]).toMatchObject({
    operation: 'DeleteMessage',
    input: { QueueUrl: queueUrl, ReceiptHandle: 'r1' },
  });
});

it('deletes many messages, up to ten in a request', async () => {
  await using aws = queueWith();
  const messages = Array.from({ length: 12 }, (_each, index) => ({ receiptHandle: `r${index}` }));
  await deleteMessages({ queueUrl, messages }, { session: aws.session });
  expect(story(aws)).toEqual(['DeleteMessageBatch r0 r1 r2 r3 r4 r5 r6 r7 r8 r9', 'DeleteMessageBatch r10 r11']);
});

it('hides a message for longer', async () => {
  await using aws = fakeAws({ answers: { ChangeMessageVisibility: {} } });
  const input = { queueUrl, receiptHandle: 'r1', visibilityTimeoutSeconds: 600 };
  await changeMessageVisibility(input, { session: aws.session });
  expect(aws.requests[0]?.input).toEqual({ QueueUrl: queueUrl, ReceiptHandle: 'r1', VisibilityTimeout: 600 });
});

it('throws ConflictError if a message is no longer in flight', async () => {
  await using aws = fakeAws();
  const code = 'AWS.SimpleQueueService.MessageNotInflight';
  aws.on('ChangeMessageVisibility', awsError(code, 'The message is not in flight.'));
  const input = { queueUrl, receiptHandle: 'r1', visibilityTimeoutSeconds: 600 };
  const call = changeMessageVisibility(input, { session: aws.session });
  await expect(call).rejects.toThrow(ConflictError);
  await expect(call).rejects.toThrow('The message is visible again, or was deleted.');
});
