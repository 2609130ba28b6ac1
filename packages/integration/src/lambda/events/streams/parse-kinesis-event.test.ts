import { InvalidInputError } from '@arch/core';
import { z } from '@arch/core/builder';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';

import { handleKinesisEvent, parseKinesisEvent } from '../../index.js';

const streamArn = 'arn:aws:kinesis:eu-west-1:123456789012:stream/orders';

const record = (sequenceNumber: string, data: string | Uint8Array, more: object = {}): object => ({
  kinesis: {
    kinesisSchemaVersion: '1.0',
    partitionKey: 'shop-1',
    sequenceNumber,
    data: Buffer.from(data as string).toString('base64'),
    approximateArrivalTimestamp: 1_793_527_200.987,
    ...more,
  },
  eventSource: 'aws:kinesis',
  eventVersion: '1.0',
  eventID: `shardId-000000000006:${sequenceNumber}`,
  eventName: 'aws:kinesis:record',
  invokeIdentityArn: 'arn:aws:iam::123456789012:role/lambda',
  awsRegion: 'eu-west-1',
  eventSourceARN: streamArn,
});

const order = z.object({ orderId: z.number() });

describe('an event of a Kinesis stream', () => {
  it('contains data as text and as bytes, and the structure of AWS', async () => {
    const sent = record('495', 'héllo');
    const { records } = await parseKinesisEvent({ Records: [sent] });
    expect(records).toEqual([
      {
        eventId: 'shardId-000000000006:495',
        streamArn,
        awsRegion: 'eu-west-1',
        partitionKey: 'shop-1',
        sequenceNumber: '495',
        approximateArrivalTimestamp: new Date('2026-11-01T10:00:00.987Z'),
        data: 'héllo',
        bytes: new Uint8Array(Buffer.from('héllo')),
      },
    ]);
    expect(records[0]?.aws).toBe(sent);
  });

  it('contains data with the type of the schema', async () => {
    const { records } = await parseKinesisEvent({ Records: [record('495', '{"orderId":7}')] }, order);
    expectTypeOf(records[0]!.data).toEqualTypeOf<{ orderId: number }>();
    expect(records[0]?.data).toEqual({ orderId: 7 });
    const wrong = parseKinesisEvent({ Records: [record('495', '{"orderId":"x"}')] }, order);
    await expect(wrong).rejects.toThrow('parseKinesisEvent: the data of record 495 does not match the schema: orderId');
  });

  it.each([
    [{ data: 'no base64!' }, 'Records[0].kinesis.data must be base64'],
    [{ data: 'abcde' }, 'Records[0].kinesis.data must be base64'],
    [{ approximateArrivalTimestamp: Number.NaN }, 'Records[0].kinesis.approximateArrivalTimestamp must be'],
    [{ sequenceNumber: undefined }, 'Records[0].kinesis.sequenceNumber is required'],
  ])('with an invalid member is rejected: %o', async (more, message) => {
    const parsing = parseKinesisEvent({ Records: [record('495', 'x', more)] });
    await expect(parsing).rejects.toThrow(InvalidInputError);
    await expect(parsing).rejects.toThrow(`parseKinesisEvent: ${message}`);
  });
});

describe('handleKinesisEvent', () => {
  const event = { Records: ['495', '496', '497'].map((number) => record(number, `{"orderId":${number}}`)) };

  it('stops at the first record that fails and returns its sequence number', async () => {
    const print = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const handled: number[] = [];
    const response = await handleKinesisEvent(
      event,
      ({ data }) => {
        if (data.orderId === 496) throw new Error('out of stock');
        handled.push(data.orderId);
      },
      { schema: order },
    );
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: '496' }] });
    expect(handled).toEqual([495]);
    expect(print).toHaveBeenCalledWith(
      expect.stringMatching(/^record 496 failed and is sent again with all later records: Error: out of stock\n$/),
    );
    print.mockRestore();
  });

  it('returns the failure also if onError throws', async () => {
    const print = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const throwing = (): never => {
      throw new Error('of the listener');
    };
    const response = await handleKinesisEvent(event, throwing, { onError: throwing });
    expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: '495' }] });
    expect(print).toHaveBeenCalledWith(expect.stringContaining('of the listener'));
    print.mockRestore();
  });

  it('returns no failure if all records are handled', async () => {
    expect(await handleKinesisEvent(event, () => undefined)).toEqual({ batchItemFailures: [] });
  });
});
