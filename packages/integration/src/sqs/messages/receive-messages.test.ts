import { type ArchEvent, DeadlineError, ServiceError, type Session } from '@arch/core';
import { awsError, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { awsMessage, queueUrl, queueWith, story } from './__fixtures__/queue-with.js';
import { changeMessageVisibility, deleteMessage, deleteMessages, type Message, receiveMessages } from './index.js';

describe('a loop over messages', () => {
  it('deletes nothing by itself, and requests one message at a time', async () => {
    await using aws = queueWith([awsMessage('m1')], [awsMessage('m2')]);
    const bodies: string[] = [];
    for await (const { body } of receiveMessages({ queueUrl, stopWhenEmpty: true }, { session: aws.session }))
      bodies.push(body);
    expect(bodies).toEqual(['body of m1', 'body of m2']);
    expect(story(aws)).toEqual(['ReceiveMessage', 'ReceiveMessage', 'ReceiveMessage']);
    expect(aws.requests[0]?.input).toEqual({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: 1,
      WaitTimeSeconds: 20,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    });
  });

  it('deletes messages and returns messages to the queue on request', async () => {
    await using aws = queueWith([awsMessage('m1')], [awsMessage('m2')]);
    for (const operation of ['DeleteMessage', 'ChangeMessageVisibility']) aws.on(operation, {});
    const { session } = aws;
    for await (const message of receiveMessages({ queueUrl, stopWhenEmpty: true }, { session })) {
      if (message.messageId === 'm1') await deleteMessage(message, { session });
      else await changeMessageVisibility(message, 90, { session });
    }
    expect(aws.requests.filter(({ operation }) => operation !== 'ReceiveMessage').map(({ input }) => input)).toEqual([
      { QueueUrl: queueUrl, ReceiptHandle: 'r1' },
      { QueueUrl: queueUrl, ReceiptHandle: 'r2', VisibilityTimeout: 90 },
    ]);
  });

  it('returns messages with all attributes', async () => {
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

  it('sends further requests after an empty response, until it is stopped', async () => {
    await using aws = queueWith([], [], [awsMessage('m1')]);
    for await (const { messageId } of receiveMessages({ queueUrl, waitSeconds: 1 }, { session: aws.session })) {
      expect(messageId).toBe('m1');
      break;
    }
    expect(story(aws).filter((each) => each === 'ReceiveMessage')).toHaveLength(3);
  });

  it('sends an attempt ID to a FIFO queue, so that a retry after a lost response receives the same messages', async () => {
    await using aws = queueWith();
    aws.once('ReceiveMessage', fault('reset'));
    await receiveMessages({ queueUrl: `${queueUrl}.fifo`, stopWhenEmpty: true }, { session: aws.session }).toArray();
    const [first, second] = aws.requests.map(({ input }) => input['ReceiveRequestAttemptId']);
    expect(first).toMatch(/^[\w-]{36}$/);
    expect(second).toBe(first);
  });
});

describe('a loop that ends', () => {
  const received = [awsMessage('m1'), awsMessage('m2'), awsMessage('m3')];

  it.each(['break', 'throw', 'abort'] as const)('by %s does not change the remaining messages', async (how) => {
    await using aws = queueWith(received);
    const giveUp = new AbortController();
    const loop = async (): Promise<void> => {
      const input = { queueUrl, maxMessages: 3 };
      for await (const _message of receiveMessages(input, { session: aws.session, signal: giveUp.signal })) {
        if (how === 'break') break;
        if (how === 'throw') throw new Error('mine');
        giveUp.abort(new Error('mine'));
      }
    };
    await (how === 'break' ? loop() : expect(loop()).rejects.toThrow('mine'));
    expect(story(aws)).toEqual(['ReceiveMessage']);
  });

  const warningsOf = async (
    work: (message: Message, options: { session: Session }) => Promise<unknown>,
    ...batches: readonly (readonly object[])[]
  ): Promise<readonly ArchEvent[]> => {
    await using aws = queueWith(...batches);
    aws.on('DeleteMessage', {});
    const events: ArchEvent[] = [];
    const options = { session: aws.session, onEvent: (event: ArchEvent) => void events.push(event) };
    for await (const message of receiveMessages({ queueUrl, stopWhenEmpty: true }, options))
      await work(message, { session: aws.session });
    return events.filter(({ type }) => type === 'warning');
  };

  it('without a delete publishes one warning', async () => {
    const warnings = await warningsOf(() => Promise.resolve(), [awsMessage('m1')], [awsMessage('m2')]);
    expect(warnings).toEqual([
      expect.objectContaining({
        operation: 'receiveMessages',
        id: queueUrl,
        message:
          'receiveMessages: 2 messages were received and none was deleted, so SQS delivers them again. Call deleteMessage(message) after handling a message, or use consumeMessages.',
      }),
    ]);
  });

  it.each<[string, (message: Message, options: { session: Session }) => Promise<unknown>]>([
    ['deleteMessage', (message, options) => deleteMessage(message, options)],
    [
      'deleteMessage with a receipt handle',
      ({ receiptHandle }, options) => deleteMessage({ queueUrl, receiptHandle }, options),
    ],
    ['deleteMessages', (message, options) => deleteMessages({ queueUrl, messages: [message] }, options)],
  ])('publishes no warning after a delete by %s, or if it received nothing', async (_what, work) => {
    expect(await warningsOf(work, [awsMessage('m1')], [awsMessage('m2')])).toEqual([]);
    expect(await warningsOf(work)).toEqual([]);
  });

  it('ends immediately after an abort during a long poll, with the reason of the abort', async () => {
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

  it('ends at the deadline of the caller', async () => {
    await using aws = queueWith();
    aws.on('ReceiveMessage', fault('hang'));
    const all = receiveMessages(queueUrl, { session: aws.session, timeoutMs: 5_000 }).toArray();
    await expect(all).rejects.toThrow(DeadlineError);
  });

  it('uses an attempt timeout that is longer than the poll, independent of the session', async () => {
    await using aws = queueWith();
    aws.on('ReceiveMessage', fault('hang'));
    const all = receiveMessages(queueUrl, { session: aws.session, attemptTimeoutMs: 1_000, maxAttempts: 1 }).toArray();
    await expect(all).rejects.toThrow(/30000/);
  });
});

it('ends with NotFoundError if the queue does not exist', async () => {
  await using aws = queueWith();
  aws.on('ReceiveMessage', awsError('AWS.SimpleQueueService.NonExistentQueue', 'The specified queue does not exist.'));
  const all = receiveMessages(queueUrl, { session: aws.session }).toArray();
  await expect(all).rejects.toThrow(`queue ${queueUrl} does not exist in this account and region`);
  await expect(all).rejects.not.toBeInstanceOf(ServiceError);
});
