import { InvalidInputError } from '@arch/core';
import { z } from '@arch/core/builder';
import { describe, expect, it, vi } from 'vitest';

import { handleFirehoseEvent, parseFirehoseEvent } from '../../index.js';

const record = (recordId: string, data: string, more: object = {}): object => ({
  recordId,
  approximateArrivalTimestamp: 1_793_527_200_123,
  data: Buffer.from(data).toString('base64'),
  ...more,
});

const event = (...records: readonly object[]): object => ({
  invocationId: 'i-1',
  deliveryStreamArn: 'arn:aws:firehose:eu-west-1:123456789012:deliverystream/orders',
  region: 'eu-west-1',
  records,
});

const order = z.object({ orderId: z.number() });
const decoded = (data: string): string => Buffer.from(data, 'base64').toString();

describe('a Firehose transformation event', () => {
  it('contains data as text and as bytes', async () => {
    const sent = record('1', 'hi', { kinesisRecordMetadata: { partitionKey: 'p', shardId: 's' } });
    const { records, ...rest } = await parseFirehoseEvent(event(sent, record('2', '')));
    expect(rest).toEqual({
      invocationId: 'i-1',
      deliveryStreamArn: 'arn:aws:firehose:eu-west-1:123456789012:deliverystream/orders',
      region: 'eu-west-1',
    });
    const time = new Date('2026-11-01T10:00:00.123Z');
    const bytes = new Uint8Array(Buffer.from('hi'));
    expect(records).toEqual([
      { recordId: '1', approximateArrivalTimestamp: time, data: 'hi', bytes, partitionKey: 'p' },
      { recordId: '2', approximateArrivalTimestamp: time, data: '', bytes: new Uint8Array() },
    ]);
    expect(records[0]?.aws).toBe(sent);
  });

  it('is rejected if it is damaged or does not match the schema', async () => {
    const damaged = parseFirehoseEvent(event(record('1', '', { data: '*' })));
    await expect(damaged).rejects.toThrow(InvalidInputError);
    await expect(damaged).rejects.toThrow('parseFirehoseEvent: records[0].data must be base64');
    await expect(parseFirehoseEvent(event(record('1', '{}')), order)).rejects.toThrow(
      'parseFirehoseEvent: the data of record 1 does not match the schema: orderId',
    );
  });
});

describe('handleFirehoseEvent', () => {
  it('returns new data, dropped records and failed records', async () => {
    const errors: string[] = [];
    const sent = event(
      record('1', '{"orderId":1}'),
      record('2', '{"orderId":2}'),
      record('3', 'x'),
      record('4', '{"orderId":4}'),
    );
    const { records } = await handleFirehoseEvent(
      sent,
      ({ data: { orderId } }) => {
        if (orderId === 4) throw new Error('out of stock');
        return orderId === 2 ? undefined : `${orderId}\n`;
      },
      { schema: order, onError: (error, { recordId }) => errors.push(`${recordId}: ${(error as Error).message}`) },
    );
    expect(records.map(({ recordId, result, data }) => [recordId, result, decoded(data)])).toEqual([
      ['1', 'Ok', '1\n'],
      ['2', 'Dropped', '{"orderId":2}'],
      ['3', 'ProcessingFailed', 'x'],
      ['4', 'ProcessingFailed', '{"orderId":4}'],
    ]);
    expect(errors.sort()).toEqual([expect.stringContaining('3: handleFirehoseEvent: the data of'), '4: out of stock']);
  });

  it('accepts bytes and prints failures', async () => {
    const print = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const throwing = (): never => {
      throw new Error('of the listener');
    };
    const ok = await handleFirehoseEvent(event(record('1', 'x')), () => new Uint8Array([0, 255]));
    expect(ok.records[0]?.data).toBe('AP8=');
    const failed = await handleFirehoseEvent(event(record('1', 'x')), throwing, { onError: throwing });
    expect(failed.records[0]?.result).toBe('ProcessingFailed');
    expect(print).toHaveBeenCalledWith('record 1 was not transformed: Error: of the listener\n');
    print.mockRestore();
  });
});
