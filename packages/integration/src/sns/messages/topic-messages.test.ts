import { AccessDeniedError, InvalidInputError, NotFoundError, ServiceError } from '@arch/core';
import { awsError, fakeAws, type FakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { publishMessage, publishMessages, type TopicMessageInput } from './index.js';

const topicArn = 'arn:aws:sns:us-east-1:123456789012:orders';

interface Entry {
  readonly Id: string;
  readonly Message: string;
}
interface Batch {
  readonly PublishBatchRequestEntries: readonly Entry[];
}
const entriesOf = (input: unknown): readonly Entry[] => (input as Batch).PublishBatchRequestEntries;
const taking = ({ PublishBatchRequestEntries }: Batch): object => ({
  Successful: PublishBatchRequestEntries.map(({ Id, Message }) => ({ Id, MessageId: `of ${Message}` })),
});
const ready = (): FakeAws =>
  fakeAws({ answers: { Publish: { MessageId: 'm1', SequenceNumber: '7' }, PublishBatch: taking as never } });

describe('one message', () => {
  it('is published with its attributes and their data types', async () => {
    await using aws = ready();
    const attributes = { kind: 'order', total: 12.5, raw: Uint8Array.of(1, 2), tags: ['new', 3, true, null] };
    const message = { json: { orderId: 42 }, subject: 'An order', attributes };
    expect(await publishMessage({ topicArn, ...message }, { session: aws.session })).toEqual({
      messageId: 'm1',
      sequenceNumber: '7',
    });
    expect(aws.requests[0]?.input).toEqual({
      TopicArn: topicArn,
      Message: '{"orderId":42}',
      Subject: 'An order',
      MessageAttributes: {
        kind: { DataType: 'String', StringValue: 'order' },
        total: { DataType: 'Number', StringValue: '12.5' },
        raw: { DataType: 'Binary', BinaryValue: Uint8Array.of(1, 2) },
        tags: { DataType: 'String.Array', StringValue: '["new",3,true,null]' },
      },
    });
  });

  it('is published to a FIFO topic with its group', async () => {
    await using aws = ready();
    const message = { message: 'a', groupId: 'one', deduplicationId: 'first' };
    await publishMessage({ topicArn: `${topicArn}.fifo`, ...message }, { session: aws.session });
    expect(aws.requests[0]?.input).toMatchObject({ MessageGroupId: 'one', MessageDeduplicationId: 'first' });
  });

  it.each([
    ['NotFound', NotFoundError, `topic ${topicArn} does not exist in this account and region`],
    ['InvalidParameter', ServiceError, 'Message too long'],
    [
      'KMSAccessDenied',
      AccessDeniedError,
      "The policy of the topic's KMS key does not allow the caller to use the key.",
    ],
  ])('that fails with %s throws the right error', async (code, kind, words) => {
    await using aws = fakeAws({ answers: { Publish: awsError(code, 'Invalid parameter: Message too long') } });
    const call = publishMessage({ topicArn, message: 'a' }, { session: aws.session });
    await expect(call).rejects.toThrow(kind);
    await expect(call).rejects.toThrow(words);
  });

  it.each<[string, TopicMessageInput, RegExp]>([
    ['nothing', {}, /message is required: a string, or a value as json/],
    ['an empty message', { message: '' }, /message must have at least 1 character \(got ""\)/],
    ['two messages', { message: 'a', json: 1 }, /message cannot be combined with json: provide one of them/],
    [
      'more than 1 MiB',
      { message: 'x'.repeat(1_048_577) },
      /must have at most 1,048,576 bytes \(1 MiB\) \(got 1,048,577\)/,
    ],
    ['a line break in its subject', { message: 'a', subject: 'a\nb' }, /without line breaks/],
    ['a subject of 100 characters', { message: 'a', subject: 'x'.repeat(100) }, /1–99 characters/],
    [
      'a deduplication ID',
      { message: 'a', deduplicationId: 'a' },
      /deduplicationId must be omitted for a topic that is not FIFO/,
    ],
    ['an empty list', { message: 'a', attributes: { tags: [] } }, /non-empty strings/],
    [
      'an attribute with the prefix AWS.',
      { message: 'a', attributes: { 'AWS.kind': 'a' } },
      /do not begin with "AWS\."/,
    ],
  ])('with %s is rejected before anything is sent', async (_what, message, expected) => {
    await using aws = fakeAws();
    const call = publishMessage({ topicArn, ...message }, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(expected);
    expect(aws.requests).toEqual([]);
  });

  it('without a group is rejected for a FIFO topic', async () => {
    await using aws = fakeAws();
    const call = publishMessage({ topicArn: `${topicArn}.fifo`, message: 'a' }, { session: aws.session });
    await expect(call).rejects.toThrow('groupId is required for a FIFO topic');
  });
});

describe('many messages', () => {
  const messages = (count: number): readonly TopicMessageInput[] =>
    Array.from({ length: count }, (_each, index) => ({ message: String(index) }));

  it('are published ten in a request, and the results have the same order', async () => {
    await using aws = ready();
    const sent = await publishMessages({ topicArn, messages: messages(23) }, { session: aws.session });
    expect(sent.map(({ messageId }) => messageId)).toEqual(messages(23).map(({ message }) => `of ${message}`));
    const sizes = aws.requests.map(({ input }) => entriesOf(input).length);
    expect(sizes.toSorted((one, other) => other - one)).toEqual([10, 10, 3]);
  });

  it('of more than 256 KiB in total are published in several requests', async () => {
    await using aws = ready();
    const message = 'x'.repeat(100_000);
    await publishMessages({ topicArn, messages: [{ message }, { message }, { message }] }, { session: aws.session });
    expect(aws.requests.map(({ input }) => entriesOf(input).length)).toEqual([2, 1]);
  });

  it('are published to a FIFO topic one request after the other', async () => {
    await using aws = ready();
    const grouped = messages(25).map((message) => ({ ...message, groupId: 'one' }));
    await publishMessages({ topicArn: `${topicArn}.fifo`, messages: grouped }, { session: aws.session });
    expect(aws.requests.map(({ input }) => entriesOf(input)[0]?.Message)).toEqual(['0', '10', '20']);
  });

  it('that fail because of SNS are retried, and rejected ones are named', async () => {
    await using aws = ready();
    aws.once('PublishBatch', {
      Successful: [{ Id: '0', MessageId: 'm0' }],
      Failed: [
        { Id: '1', Code: 'InternalError', SenderFault: false },
        { Id: '2', Code: 'InvalidParameter', Message: 'Invalid.', SenderFault: true },
      ],
    });
    const call = publishMessages({ topicArn, messages: messages(3) }, { session: aws.session });
    await expect(call).rejects.toThrow('AWS rejected 1 of 3 messages: messages[2]: InvalidParameter: Invalid');
    expect(entriesOf(aws.requests[1]?.input).map(({ Message }) => Message)).toEqual(['1']);
  });

  it('are all checked before the first request', async () => {
    await using aws = fakeAws();
    const call = publishMessages({ topicArn, messages: [...messages(12), { message: '' }] }, { session: aws.session });
    await expect(call).rejects.toThrow(
      'publishMessages: messages[12].message must have at least 1 character (got "").',
    );
    expect(aws.requests).toEqual([]);
  });
});
