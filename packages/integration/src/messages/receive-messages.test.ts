import { DeadlineError, ServiceError } from '@arch/core';
import { awsError, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { awsMessage, queueUrl, queueWith, story } from './__fixtures__/queue-with.js';
import { receiveMessages } from './index.js';

describe('a loop over messages', () => {
  it('deletes what was handled, together and before it asks for more', async () => {
    await using aws = queueWith([awsMessage('m1'), awsMessage('m2')], [awsMessage('m3')]);
    const bodies: string[] = [];
    for await (const { body } of receiveMessages({ queueUrl, stopWhenEmpty: true }, { session: aws.session }))
      bodies.push(body);
    expect(bodies).toEqual(['body of m1', 'body of m2', 'body of m3']);
    expect(story(aws)).toEqual([
      'ReceiveMessage',
      'DeleteMessageBatch r1 r2',
      'ReceiveMessage',
      'DeleteMessageBatch r3',
      'ReceiveMessage',
    ]);
    expect(aws.requests[0]?.input).toEqual({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: 20,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    });
  });

  it('deletes a message while the next one is worked on', async () => {
    await using aws = queueWith([awsMessage('m1'), awsMessage('m2')]);
    for await (const { messageId } of receiveMessages({ queueUrl, stopWhenEmpty: true }, { session: aws.session })) {
      if (messageId === 'm2') await expect.poll(() => story(aws)).toContain('DeleteMessageBatch r1');
    }
    expect(story(aws)).toEqual(['ReceiveMessage', 'DeleteMessageBatch r1', 'DeleteMessageBatch r2', 'ReceiveMessage']);
  });

  it('gives a message with all that SQS says of it', async () => {
    const attributes = {
      SentTimestamp: '1442428276921',
      ApproximateFirstReceiveTimestamp: '1442428276921',
      ApproximateReceiveCount: '5',
      SenderId: 'AIDAIAZKMSNQ7TEXAMPLE',
      MessageGroupId: 'web',
    };
    const own = {
      City: { DataType: 'String', StringValue: 'Any City' },
      Count: { DataType: 'Number', StringValue: '42' },
      Exact: { DataType: 'Number', StringValue: '12345678901234567890' },
      Raw: { DataType: 'Binary', BinaryValue: 'AQI=' },
    };
    await using aws = queueWith([awsMessage('m1', 'hello', { Attributes: attributes, MessageAttributes: own })]);
    const message = await receiveMessages(queueUrl, { session: aws.session }).first();
    expect(message).toEqual({
      queueUrl,
      messageId: 'm1',
      receiptHandle: 'r1',
      body: 'hello',
      attributes: { City: 'Any City', Count: 42, Exact: '12345678901234567890', Raw: new Uint8Array([1, 2]) },
      sentTimestamp: new Date('2015-09-16T18:31:16.921Z'),
      approximateFirstReceiveTimestamp: new Date('2015-09-16T18:31:16.921Z'),
      approximateReceiveCount: 5,
      senderId: 'AIDAIAZKMSNQ7TEXAMPLE',
      groupId: 'web',
    });
    expect(message?.aws).toMatchObject({ Body: 'hello' });
  });

  it('asks again when there was nothing, until it is stopped', async () => {
    await using aws = queueWith([], [], [awsMessage('m1')]);
    for await (const { messageId } of receiveMessages({ queueUrl, waitSeconds: 1 }, { session: aws.session })) {
      expect(messageId).toBe('m1');
      break;
    }
    expect(story(aws).filter((each) => each === 'ReceiveMessage')).toHaveLength(3);
  });

  it('asks a FIFO queue so that an attempt after a lost answer gets the same messages', async () => {
    await using aws = queueWith();
    aws.once('ReceiveMessage', fault('reset'));
    await receiveMessages({ queueUrl: `${queueUrl}.fifo`, stopWhenEmpty: true }, { session: aws.session }).toArray();
    const [first, second] = aws.requests.map(({ input }) => input['ReceiveRequestAttemptId']);
    expect(first).toMatch(/^[\w-]{36}$/);
    expect(second).toBe(first);
  });
});

describe('a loop that ends early', () => {
  const received = [awsMessage('m1'), awsMessage('m2'), awsMessage('m3')];

  it('deletes what was handled and gives back the rest at once when it breaks', async () => {
    await using aws = queueWith(received);
    for await (const { messageId } of receiveMessages(queueUrl, { session: aws.session })) {
      if (messageId === 'm2') break;
    }
    expect(story(aws).toSorted()).toEqual([
      'ChangeMessageVisibilityBatch r2 r3',
      'DeleteMessageBatch r1',
      'ReceiveMessage',
    ]);
    expect(aws.requests.find(({ operation }) => operation.startsWith('Change'))?.input['Entries']).toMatchObject([
      { VisibilityTimeout: 0 },
      { VisibilityTimeout: 0 },
    ]);
  });

  it("gives back when the loop's body throws, and keeps its error also when nothing can be given back", async () => {
    await using aws = queueWith(received);
    aws.on('ChangeMessageVisibilityBatch', awsError('AccessDenied', 'No.', { status: 403 }));
    aws.on('DeleteMessageBatch', awsError('AccessDenied', 'No.', { status: 403 }));
    const loop = async (): Promise<void> => {
      for await (const { messageId } of receiveMessages(queueUrl, { session: aws.session }))
        if (messageId === 'm3') throw new Error('mine');
    };
    await expect(loop()).rejects.toThrow('mine');
    expect(story(aws)).toContain('ChangeMessageVisibilityBatch r3');
  });

  it('tells a loop that breaks that a message which it has handled may come again', async () => {
    await using aws = queueWith(received);
    aws.on('DeleteMessageBatch', {
      Failed: [
        { Id: '0', Code: 'ReceiptHandleIsInvalid', SenderFault: true, Message: 'The receipt handle has expired.' },
      ],
    });
    const loop = async (): Promise<void> => {
      for await (const { messageId } of receiveMessages(queueUrl, { session: aws.session }))
        if (messageId === 'm2') break;
    };
    await expect(loop()).rejects.toThrow(
      /messages\[0\]: ReceiptHandleIsInvalid: The receipt handle has expired.*may come again: m1\./,
    );
  });

  it('ends when a delete fails for good, and asks for no more', async () => {
    await using aws = queueWith(received, [awsMessage('m4')]);
    aws.on('DeleteMessageBatch', awsError('AccessDenied', 'No.', { status: 403 }));
    const all = receiveMessages({ queueUrl, stopWhenEmpty: true }, { session: aws.session }).toArray();
    await expect(all).rejects.toThrow('Messages that were handled may come again: m1, m2, m3.');
    expect(story(aws).filter((each) => each === 'ReceiveMessage')).toHaveLength(1);
  });

  it('ends in the middle of a long poll with the reason of an abort, at once', async () => {
    await using aws = queueWith();
    const giveUp = new AbortController();
    const reason = new Error('enough');
    aws.on('ReceiveMessage', () => {
      setImmediate(() => giveUp.abort(reason));
      return fault('hang');
    });
    const all = receiveMessages(queueUrl, { session: aws.session, signal: giveUp.signal }).toArray();
    await expect(all).rejects.toBe(reason);
    expect(story(aws)).toEqual(['ReceiveMessage']);
    expect(aws.clock.elapsedMs).toBeLessThan(1_000);
  });

  it('gives back the message in hand when the signal is aborted', async () => {
    await using aws = queueWith(received);
    const giveUp = new AbortController();
    const loop = async (): Promise<void> => {
      for await (const { messageId } of receiveMessages(queueUrl, { session: aws.session, signal: giveUp.signal }))
        if (messageId === 'm2') giveUp.abort(new Error('enough'));
    };
    await expect(loop()).rejects.toThrow('enough');
    expect(story(aws).toSorted()).toEqual([
      'ChangeMessageVisibilityBatch r2 r3',
      'DeleteMessageBatch r1',
      'ReceiveMessage',
    ]);
  });

  it('has a deadline for all of it where the caller sets one', async () => {
    await using aws = queueWith();
    aws.on('ReceiveMessage', fault('hang'));
    const all = receiveMessages(queueUrl, { session: aws.session, timeoutMs: 5_000 }).toArray();
    await expect(all).rejects.toThrow(DeadlineError);
  });

  it('waits longer for an attempt than the poll takes, whatever the session says', async () => {
    await using aws = queueWith();
    aws.on('ReceiveMessage', fault('hang'));
    const all = receiveMessages(queueUrl, { session: aws.session, attemptTimeoutMs: 1_000, maxAttempts: 1 }).toArray();
    await expect(all).rejects.toThrow(/30000/);
  });
});

it('ends with what is wrong when the queue is not there', async () => {
  await using aws = queueWith();
  aws.on('ReceiveMessage', awsError('AWS.SimpleQueueService.NonExistentQueue', 'The specified queue does not exist.'));
  const all = receiveMessages(queueUrl, { session: aws.session }).toArray();
  await expect(all).rejects.toThrow(`queue ${queueUrl} does not exist here`);
  await expect(all).rejects.not.toBeInstanceOf(ServiceError);
});
