import { InvalidInputError } from '@arch/core';
import { z } from '@arch/core/builder';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { handleDynamoDbEvent, lambdaEventKind, parseDynamoDbEvent } from '../../index.js';

const streamArn = 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders/stream/2026-11-01T00:00:00.000';

const change = (sequenceNumber: string, images: object = {}, more: object = {}): object => ({
  eventID: `id-${sequenceNumber}`,
  eventName: 'MODIFY',
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'eu-west-1',
  eventSourceARN: streamArn,
  dynamodb: {
    ApproximateCreationDateTime: 1_793_527_200,
    Keys: { orderId: { S: `o-${sequenceNumber}` } },
    SequenceNumber: sequenceNumber,
    SizeBytes: 59,
    StreamViewType: 'NEW_AND_OLD_IMAGES',
    ...images,
  },
  ...more,
});

const image = (total: string): object => ({ orderId: { S: 'o-1' }, total: { N: total } });
const order = z.object({ orderId: z.string(), total: z.number() });

describe('an event of a DynamoDB stream', () => {
  it('contains items as plain values, and the structure of AWS', async () => {
    const sent = change('100', { NewImage: image('12.5'), OldImage: image('7') });
    const { records } = await parseDynamoDbEvent({ Records: [sent] });
    expect(records).toEqual([
      {
        eventId: 'id-100',
        eventName: 'MODIFY',
        streamArn,
        awsRegion: 'eu-west-1',
        sequenceNumber: '100',
        keys: { orderId: 'o-100' },
        newImage: { orderId: 'o-1', total: 12.5 },
        oldImage: { orderId: 'o-1', total: 7 },
        approximateCreationDateTime: new Date('2026-11-01T10:00:00Z'),
        isTimeToLive: false,
      },
    ]);
    expect(records[0]?.aws).toBe(sent);
  });

  it('omits members that AWS did not send', async () => {
    const images = { ApproximateCreationDateTime: undefined, NewImage: null, OldImage: image('7') };
    const expired = change('101', images, {
      eventName: 'REMOVE',
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    });
    const [record] = (await parseDynamoDbEvent({ Records: [expired] })).records;
    expect(record).toMatchObject({ eventName: 'REMOVE', isTimeToLive: true });
    expect(Object.keys(record ?? {})).not.toContain('newImage');
    expect(Object.keys(record ?? {})).not.toContain('approximateCreationDateTime');
  });

  it('contains items with the type of the schema', async () => {
    const event = { Records: [change('100', { NewImage: image('7') })] };
    const { records } = await parseDynamoDbEvent(event, order);
    expect(records[0]?.newImage?.total).toBe(7);
    expect(records[0]?.aws).toBe(event.Records[0]);
    expectTypeOf(records[0]!.newImage).toEqualTypeOf<{ orderId: string; total: number } | undefined>();
    const wrong = parseDynamoDbEvent({ Records: [change('100', { OldImage: { total: { S: '7' } } })] }, order);
    await expect(wrong).rejects.toThrow(InvalidInputError);
    await expect(wrong).rejects.toThrow(
      'parseDynamoDbEvent: oldImage of record 100 does not match the schema: orderId',
    );
  });

  it.each([
    [{ Keys: undefined }, 'Records[0].dynamodb.Keys is required'],
    [
      { ApproximateCreationDateTime: 'now' },
      'Records[0].dynamodb.ApproximateCreationDateTime must be a time in seconds',
    ],
    [{ NewImage: { total: { N: 'seven' } } }, 'Records[0].dynamodb.NewImage.total must be a value of DynamoDB'],
    [
      { NewImage: { a: { L: [{ M: { b: 7 } }] } } },
      'Records[0].dynamodb.NewImage.a.L[0].M.b must be a value of DynamoDB',
    ],
  ])('with an invalid member is rejected: %o', async (images, message) => {
    const parsing = parseDynamoDbEvent({ Records: [change('100', images)] });
    await expect(parsing).rejects.toThrow(InvalidInputError);
    await expect(parsing).rejects.toThrow(`parseDynamoDbEvent: ${message}`);
  });

  it('is recognized, and other events are rejected', async () => {
    expect(lambdaEventKind({ Records: [change('100')] })).toBe('dynamodb');
    await expect(parseDynamoDbEvent({ Records: [{ eventSource: 'aws:kinesis' }] })).rejects.toThrow(
      'this is an event of a Kinesis stream (Records[0].eventSource is "aws:kinesis"), not an event of a DynamoDB stream: use parseKinesisEvent.',
    );
  });
});

describe('handleDynamoDbEvent', () => {
  it('accepts the last event of a tumbling window, which has no records', async () => {
    const end = { Records: [], eventSourceARN: streamArn, shardId: 's-1', isFinalInvokeForWindow: true };
    expect(await handleDynamoDbEvent(end, () => undefined)).toEqual({ batchItemFailures: [] });
  });

  const event = { Records: ['100', '101', '102'].map((number) => change(number, { NewImage: image(number) })) };

  it('handles the records in order', async () => {
    const handled: number[] = [];
    const response = await handleDynamoDbEvent(
      event,
      async ({ newImage }) => {
        await Promise.resolve();
        handled.push(newImage?.total ?? 0);
      },
      { schema: order },
    );
    expect(response).toEqual({ batchItemFailures: [] });
    expect(handled).toEqual([100, 101, 102]);
  });

  it('stops at the first record that fails and returns its sequence number', async () => {
    const handled: string[] = [];
    const errors: string[] = [];
    const response = await handleDynamoDbEvent(
      event,
      ({ sequenceNumber }) => {
        if (sequenceNumber === '101') throw new Error('out of stock');
        handled.push(sequenceNumber);
      },
      { onError: (error, { sequenceNumber }) => errors.push(`${sequenceNumber}: ${(error as Error).message}`) },
    );
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: '101' }] });
    expect(handled).toEqual(['100']);
    expect(errors).toEqual(['101: out of stock']);
  });

  it('stops at a record that does not match the schema', async () => {
    const records = [change('100', { NewImage: image('1') }), change('101', { NewImage: { total: { S: 'x' } } })];
    const errors: string[] = [];
    const options = { schema: order, onError: (error: unknown) => void errors.push(String(error)) };
    const response = await handleDynamoDbEvent({ Records: records }, () => undefined, options);
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: '101' }] });
    expect(errors[0]).toContain('handleDynamoDbEvent: newImage of record 101 does not match the schema');
  });
});
