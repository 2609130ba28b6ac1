import { AccessDeniedError, InvalidInputError, ServiceError, UnexpectedResponseError } from '@arch/core';
import { awsError, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { md5, queueUrl, queueWith } from './__fixtures__/queue-with.js';
import { type MessageInput, sendMessage, sendMessages } from './index.js';

const messagesOf = (count: number): readonly MessageInput[] =>
  Array.from({ length: count }, (_each, index) => ({ body: `${index}` }));
const failing = (ids: readonly string[], failure: object): never =>
  (({ Entries }: { readonly Entries: readonly { readonly Id: string; readonly MessageBody: string }[] }) => ({
    Successful: Entries.filter(({ Id }) => !ids.includes(Id)).map(({ Id, MessageBody }) => ({
      Id,
      MessageId: `of ${MessageBody}`,
      MD5OfMessageBody: md5(MessageBody),
    })),
    Failed: ids.map((Id) => ({ Id, ...failure })),
  })) as never;

describe('one message', () => {
  it('is sent as JSON with attributes', async () => {
    await using aws = queueWith();
    const attributes = { kind: 'order', count: 3, raw: new Uint8Array([1, 2]) };
    const sent = await sendMessage(
      { queueUrl, json: { orderId: 42 }, attributes, delaySeconds: 5 },
      { session: aws.session },
    );
    expect(sent).toEqual({ messageId: 'm1' });
    expect(aws.requests[0]?.input).toEqual({
      QueueUrl: queueUrl,
      MessageBody: '{"orderId":42}',
      DelaySeconds: 5,
      MessageAttributes: {
        kind: { DataType: 'String', StringValue: 'order' },
        count: { DataType: 'Number', StringValue: '3' },
        raw: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2]) },
      },
    });
  });

  it('is sent to a FIFO queue with its group', async () => {
    await using aws = queueWith();
    const input = { queueUrl: `${queueUrl}.fifo`, body: 'hello', groupId: 'web', deduplicationId: 'a-1' };
    await sendMessage(input, { session: aws.session });
    expect(aws.requests[0]?.input).toMatchObject({ MessageGroupId: 'web', MessageDeduplicationId: 'a-1' });
  });

  it('is compared with the MD5 hash of the stored message', async () => {
    await using aws = queueWith();
    aws.on('SendMessage', { MessageId: 'm1', MD5OfMessageBody: '0'.repeat(32) });
    const call = sendMessage({ queueUrl, body: 'hello' }, { session: aws.session });
    await expect(call).rejects.toThrow(UnexpectedResponseError);
    await expect(call).rejects.toThrow('SQS stored message m1 with a body that differs from the sent one');
  });

  it('of 1 MiB with attributes is sent, and one byte more is rejected', async () => {
    await using aws = queueWith();
    const options = { session: aws.session };
    await sendMessage({ queueUrl, body: 'é'.repeat(524_288) }, options);
    const tooLarge = sendMessage({ queueUrl, body: 'é'.repeat(524_280), attributes: { kind: 'orders!' } }, options);
    await expect(tooLarge).rejects.toThrow(/must have at most 1,048,576 bytes \(1 MiB\) \(got 1,048,577\)/);
    expect(aws.requests).toHaveLength(1);
  });

  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  it.each<[string, MessageInput, RegExp]>([
    ['no body', {}, /body is required: a string, or a value as json/],
    ['an empty body', { body: '' }, /body must have at least 1 character \(got ""\)/],
    ['two bodies', { body: 'a', json: {} }, /body cannot be combined with json: provide one of them/],
    ['a value that JSON does not support', { json: undefined }, /json is undefined\. Pass a value that JSON supports/],
    [
      'a circular value',
      { json: circle },
      /json\.self is an object that contains itself\. Pass a value that JSON supports/,
    ],
    [
      'a control character',
      { body: 'a\u0000' },
      /a character that SQS does not accept: a control character, .*\. Encode the body, e\.g\. as Base64\./,
    ],
    ['half of a surrogate pair', { body: 'a\ud800' }, /body contains half of a surrogate pair/],
    [
      'a deduplication ID',
      { body: 'a', deduplicationId: 'a' },
      /deduplicationId must be omitted for a queue that is not FIFO/,
    ],
    [
      'a group with spaces',
      { body: 'a', groupId: 'a b' },
      /groupId must be 1–128 letters, digits and punctuation \(got "a b"\)/,
    ],
    ['a delay that is too long', { body: 'a', delaySeconds: 901 }, /at most 900/],
    ['an empty attribute', { body: 'a', attributes: { kind: '' } }, /non-empty strings/],
    ['an attribute with the prefix AWS.', { body: 'a', attributes: { 'AWS.kind': 'a' } }, /do not begin with "AWS\."/],
  ])('with %s is rejected before anything is sent', async (_what, message, expected) => {
    await using aws = queueWith();
    const call = sendMessage({ queueUrl, ...message }, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(expected);
    expect(aws.requests).toEqual([]);
  });

  it.each<[string, MessageInput, RegExp]>([
    ['without a group', { body: 'a' }, /groupId is required for a FIFO queue/],
    [
      'with a delay',
      { body: 'a', groupId: 'a', delaySeconds: 1 },
      /delaySeconds must be omitted for a FIFO queue: set it on the queue/,
    ],
  ])('%s is rejected for a FIFO queue', async (_what, message, expected) => {
    await using aws = queueWith();
    const call = sendMessage({ queueUrl: `${queueUrl}.fifo`, ...message }, { session: aws.session });
    await expect(call).rejects.toThrow(expected);
  });
});

describe('many messages', () => {
  it('are sent ten in a request, and the results have the same order', async () => {
    await using aws = queueWith();
    const sent = await sendMessages({ queueUrl, messages: messagesOf(25) }, { session: aws.session });
    expect(sent.map(({ messageId }) => messageId)).toEqual(messagesOf(25).map(({ body }) => `of ${body}`));
    const sizes = aws.requests.map(({ input }) => (input['Entries'] as readonly object[]).length);
    expect(sizes.toSorted((one, other) => other - one)).toEqual([10, 10, 5]);
  });

  it('of more than 1 MiB in total are sent in several requests', async () => {
    await using aws = queueWith();
    const body = 'x'.repeat(400_000);
    await sendMessages({ queueUrl, messages: [{ body }, { body }, { body }] }, { session: aws.session });
    expect(aws.requests.map(({ input }) => (input['Entries'] as readonly object[]).length)).toEqual([2, 1]);
  });

  it('are sent to a FIFO queue one request after the other', async () => {
    await using aws = queueWith();
    let underWay = 0;
    const answer = failing([], {}) as (input: unknown) => object;
    aws.on('SendMessageBatch', async (input) => {
      expect(++underWay).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      underWay--;
      return answer(input);
    });
    const messages = messagesOf(30).map((message) => ({ ...message, groupId: 'a' }));
    const sent = await sendMessages({ queueUrl: `${queueUrl}.fifo`, messages }, { session: aws.session });
    expect(sent).toHaveLength(30);
    expect(aws.requests.map(({ input }) => (input['Entries'] as { MessageBody: string }[])[0]?.MessageBody)).toEqual([
      '0',
      '10',
      '20',
    ]);
  });

  it('that fail because of SQS are retried after a pause, without the others', async () => {
    await using aws = queueWith();
    aws.once('SendMessageBatch', failing(['1', '2'], { Code: 'InternalError', SenderFault: false }));
    const sent = await sendMessages({ queueUrl, messages: messagesOf(4) }, { session: aws.session });
    expect(sent.map(({ messageId }) => messageId)).toEqual(['of 0', 'of 1', 'of 2', 'of 3']);
    const bodies = (aws.requests[1]!.input['Entries'] as { MessageBody: string }[]).map((each) => each.MessageBody);
    expect(bodies).toEqual(['1', '2']);
    expect(aws.clock.elapsedMs).toBeGreaterThan(0);
  });

  it('that are rejected are named in one error', async () => {
    await using aws = queueWith();
    const refusal = { Code: 'InvalidMessageContents', SenderFault: true, Message: 'Invalid characters.' };
    aws.on('SendMessageBatch', failing(['3'], refusal));
    const error: unknown = await sendMessages({ queueUrl, messages: messagesOf(4) }, { session: aws.session }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ServiceError);
    expect(error).toMatchObject({
      message:
        'sendMessages: AWS rejected 1 of 4 messages: messages[3]: InvalidMessageContents: Invalid characters. cause.errors contains an error for each.',
      code: 'InvalidMessageContents',
      retryable: false,
      cause: { errors: [{ id: 'messages[3]', code: 'InvalidMessageContents', retryable: false }] },
    });
    expect(aws.requests).toHaveLength(1);
  });

  it('that fail repeatedly are retried up to maxAttempts', async () => {
    await using aws = queueWith();
    aws.on('SendMessageBatch', failing(['0'], { Code: 'InternalError', SenderFault: false }));
    const call = sendMessages({ queueUrl, messages: messagesOf(2) }, { session: aws.session, maxAttempts: 2 });
    await expect(call).rejects.toMatchObject({ retryable: true });
    expect(aws.requests).toHaveLength(2);
  });

  it('that SQS stored with another body have failed', async () => {
    await using aws = queueWith();
    aws.on('SendMessageBatch', {
      Successful: [{ Id: '0', MessageId: 'm1', MD5OfMessageBody: '0'.repeat(32) }],
      Failed: [],
    });
    const call = sendMessages({ queueUrl, messages: messagesOf(2) }, { session: aws.session });
    await expect(call).rejects.toThrow(/messages\[0\]: WrongMd5: .*; messages\[1\]: NoAnswer/);
  });

  it('end with the error of a failed request and the number of sent messages', async () => {
    await using aws = queueWith();
    aws.once('SendMessageBatch', failing([], {}));
    aws.on('SendMessageBatch', awsError('AccessDenied', 'No.', { status: 403 }));
    const messages = messagesOf(20).map((message) => ({ ...message, groupId: 'a' }));
    const call = sendMessages({ queueUrl: `${queueUrl}.fifo`, messages }, { session: aws.session });
    await expect(call).rejects.toThrow(AccessDeniedError);
    await expect(call).rejects.toThrow('AWS accepted 10 of the 20 messages before this error.');
  });

  it('end with the reason of an abort in the middle of a pause', async () => {
    await using aws = queueWith();
    const giveUp = new AbortController();
    aws.on('SendMessageBatch', failing(['0'], { Code: 'InternalError', SenderFault: false }));
    aws.once('SendMessageBatch', (input) => {
      setImmediate(() => giveUp.abort(new Error('enough')));
      return (failing(['0'], { Code: 'InternalError', SenderFault: false }) as (input: unknown) => object)(input);
    });
    const call = sendMessages({ queueUrl, messages: messagesOf(1) }, { session: aws.session, signal: giveUp.signal });
    await expect(call).rejects.toThrow('enough');
  });

  it('are all checked before the first request', async () => {
    await using aws = queueWith();
    const messages = [...messagesOf(12), { body: 'a\u0001' }];
    const call = sendMessages({ queueUrl, messages }, { session: aws.session });
    await expect(call).rejects.toThrow(/^sendMessages: messages\[12\]\.body contains a character/);
    expect(aws.requests).toEqual([]);
  });

  it('are retried after a broken connection', async () => {
    await using aws = queueWith();
    aws.once('SendMessageBatch', fault('reset'));
    expect(await sendMessages({ queueUrl, messages: messagesOf(1) }, { session: aws.session })).toHaveLength(1);
  });
});
