import { gzipSync } from 'node:zlib';

import { InvalidInputError } from '@arch/core';
import { z } from '@arch/core/builder';
import { expect, it } from 'vitest';

import { parseCloudWatchLogsEvent } from '../../index.js';

const sent = {
  messageType: 'DATA_MESSAGE',
  owner: '123456789012',
  logGroup: '/aws/lambda/orders',
  logStream: '2026/11/01/[$LATEST]1',
  subscriptionFilters: ['errors'],
  logEvents: [{ id: 'l-1', timestamp: 1_793_527_200_123, message: '{"orderId":7}' }],
};

const compressed = (value: unknown): object => ({
  awslogs: { data: gzipSync(JSON.stringify(value)).toString('base64') },
});

it('decompresses the log events', async () => {
  const parsed = await parseCloudWatchLogsEvent(compressed(sent));
  expect(parsed).toEqual({
    ...sent,
    logEvents: [{ id: 'l-1', timestamp: new Date('2026-11-01T10:00:00.123Z'), message: '{"orderId":7}' }],
  });
  expect(parsed.aws).toEqual(sent);
});

it('parses the messages with the schema', async () => {
  const schema = z.object({ orderId: z.number() });
  const { logEvents } = await parseCloudWatchLogsEvent(compressed(sent), schema);
  expect(logEvents[0]?.message.orderId).toBe(7);
  const wrong = { ...sent, logEvents: [{ ...sent.logEvents[0], message: 'ERROR' }] };
  await expect(parseCloudWatchLogsEvent(compressed(wrong), schema)).rejects.toThrow(
    'parseCloudWatchLogsEvent: log event l-1 is not JSON',
  );
});

it('returns no log events for a control message', async () => {
  const control = { ...sent, messageType: 'CONTROL_MESSAGE', logEvents: [{ ...sent.logEvents[0], message: 'CWL …' }] };
  const parsed = await parseCloudWatchLogsEvent(compressed(control), z.object({}));
  expect(parsed).toMatchObject({ messageType: 'CONTROL_MESSAGE', logEvents: [] });
});

it.each([
  [{ awslogs: { data: 'no base64!' } }, 'awslogs.data must be base64'],
  [{ awslogs: { data: 'aGVsbG8=' } }, 'awslogs.data must be JSON, compressed with gzip'],
  [{ awslogs: { data: gzipSync('hello').toString('base64') } }, 'awslogs.data must be JSON, compressed with gzip'],
  [compressed({ ...sent, logEvents: [{ id: 'l-1', timestamp: 'x', message: '' }] }), 'logEvents[0].timestamp must be'],
])('rejects damaged data (%#)', async (event, message) => {
  const parsing = parseCloudWatchLogsEvent(event);
  await expect(parsing).rejects.toThrow(InvalidInputError);
  await expect(parsing).rejects.toThrow(`parseCloudWatchLogsEvent: ${message}`);
});
