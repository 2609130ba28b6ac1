import { InvalidInputError } from '@arch/core';
import { z } from '@arch/core/builder';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { handleSqsEvent, parseSqsEvent, s3Notification, snsNotification } from '../../index.js';

const queued = (...bodies: readonly string[]): object => ({
  Records: bodies.map((body, index) => ({
    messageId: `q-${index + 1}`,
    receiptHandle: 'handle',
    body,
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:orders',
    awsRegion: 'eu-west-1',
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '1545082649183',
      ApproximateFirstReceiveTimestamp: '1545082649185',
    },
  })),
});

const notification = (message: string, more: object = {}): string =>
  JSON.stringify({
    Type: 'Notification',
    MessageId: 'm-1',
    TopicArn: 'arn:aws:sns:eu-west-1:123456789012:orders',
    Subject: null,
    Message: message,
    Timestamp: '2026-11-01T10:00:00.000Z',
    SignatureVersion: '1',
    Signature: 'c2ln',
    SigningCertURL: 'https://sns.eu-west-1.amazonaws.com/cert.pem',
    UnsubscribeURL: 'https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe',
    MessageAttributes: { kind: { Type: 'String', Value: 'new' } },
    ...more,
  });

const s3Event = (key: string): string =>
  JSON.stringify({
    Records: [
      {
        eventSource: 'aws:s3',
        eventName: 'ObjectCreated:Put',
        eventTime: '2026-11-01T10:00:00.000Z',
        awsRegion: 'eu-west-1',
        s3: { bucket: { name: 'uploads' }, object: { key, size: 7 } },
      },
    ],
  });

const order = z.object({ orderId: z.number() });

describe('a message of SNS in a message of SQS', () => {
  it('is parsed with its attributes', async () => {
    const { records } = await parseSqsEvent(queued(notification('hello')), snsNotification());
    expect(records[0]?.body).toEqual({
      messageId: 'm-1',
      topicArn: 'arn:aws:sns:eu-west-1:123456789012:orders',
      message: 'hello',
      timestamp: new Date('2026-11-01T10:00:00Z'),
      messageAttributes: { kind: 'new' },
    });
  });

  it('has a message with the type of the inner schema', async () => {
    const { records } = await parseSqsEvent(queued(notification('{"orderId":7}')), snsNotification(order));
    expectTypeOf(records[0]!.body.message).toEqualTypeOf<{ orderId: number }>();
    expect(records[0]?.body.message.orderId).toBe(7);
  });

  it('fails alone if it does not match the schema', async () => {
    const errors: string[] = [];
    const event = queued(
      notification('{"orderId":7}'),
      notification('{}'),
      '{"orderId":7}',
      notification('x', { Timestamp: '7' }),
    );
    const response = await handleSqsEvent(event, () => undefined, {
      schema: snsNotification(order),
      onError: (error, { messageId }) => errors.push(`${messageId}: ${(error as Error).message}`),
    });
    expect(response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual([
      'q-2',
      'q-3',
      'q-4',
    ]);
    expect(errors.sort()).toEqual([
      expect.stringContaining('snsNotification: Message does not match the schema: orderId is missing'),
      expect.stringContaining('With raw message delivery, use the schema of the message instead'),
      expect.stringContaining('snsNotification: Timestamp must be a time such as'),
    ]);
  });
});

describe('a notification of S3 in a message of SQS', () => {
  it('has decoded keys', async () => {
    const { records } = await parseSqsEvent(queued(s3Event('a+b%2B.jpg')), s3Notification());
    expect(records[0]?.body.records[0]).toMatchObject({ bucket: 'uploads', key: 'a b+.jpg', sizeBytes: 7 });
  });

  it('can be sent through SNS', async () => {
    const event = queued(notification(s3Event('a.jpg')));
    const { records } = await parseSqsEvent(event, snsNotification(s3Notification()));
    expect(records[0]?.body.message.records[0]?.key).toBe('a.jpg');
  });

  it('has no records if it is the test message of S3', async () => {
    const { records } = await parseSqsEvent(queued('{"Event":"s3:TestEvent","Bucket":"uploads"}'), s3Notification());
    expect(records[0]?.body.records).toEqual([]);
  });

  it('is rejected if its key is invalid or if it is of another kind', async () => {
    const broken = parseSqsEvent(queued(s3Event('100%')), s3Notification());
    await expect(broken).rejects.toThrow(InvalidInputError);
    await expect(broken).rejects.toThrow('Records[0].s3.object.key must be URL-encoded');
    await expect(parseSqsEvent(queued('{"orderId":7}'), s3Notification())).rejects.toThrow('this is an unknown event');
  });
});
