import { InvalidInputError } from '@arch/core';
import { expect, it } from 'vitest';

import { parseCloudWatchAlarmEvent } from '../../index.js';

const alarmArn = 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:orders';
const data = {
  alarmName: 'orders',
  state: { value: 'ALARM', reason: 'Threshold Crossed', reasonData: '{}', timestamp: '2026-11-01T10:00:00.123+0000' },
  previousState: { value: 'OK', reason: 'Fine', timestamp: '2026-11-01T09:00:00.000+0000' },
  configuration: { description: 'Too few orders', metrics: [] },
};
const action = {
  source: 'aws.cloudwatch',
  alarmArn,
  accountId: '123456789012',
  time: '2026-11-01T10:00:01.000+0000',
  region: 'eu-west-1',
  alarmData: data,
};
const eventBridge = {
  version: '0',
  id: 'e-1',
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: '123456789012',
  time: '2026-11-01T10:00:01Z',
  region: 'eu-west-1',
  resources: [alarmArn],
  detail: data,
};
const message = {
  AlarmName: 'orders',
  AlarmDescription: 'Too few orders',
  AWSAccountId: '123456789012',
  NewStateValue: 'ALARM',
  NewStateReason: 'Threshold Crossed',
  StateChangeTime: '2026-11-01T10:00:00.123+0000',
  Region: 'eu-west-1',
  AlarmArn: alarmArn,
  OldStateValue: 'OK',
  Trigger: {},
};
const sns = (text: string): object => ({ Records: [{ EventSource: 'aws:sns', Sns: { Message: text } }] });

it.each([
  ['a Lambda action', action],
  ['EventBridge', eventBridge],
  ['SNS', sns(JSON.stringify(message))],
])('parses an alarm from %s', (_way, event) => {
  expect(parseCloudWatchAlarmEvent(event)).toEqual({
    alarmName: 'orders',
    alarmArn,
    accountId: '123456789012',
    region: 'eu-west-1',
    state: 'ALARM',
    previousState: 'OK',
    reason: 'Threshold Crossed',
    time: new Date('2026-11-01T10:00:00.123Z'),
    description: 'Too few orders',
  });
});

it('omits members that were not sent', () => {
  const bare = { ...action, alarmData: { ...data, previousState: undefined, configuration: { metrics: [] } } };
  const parsed = parseCloudWatchAlarmEvent(bare);
  expect(Object.keys(parsed)).not.toContain('previousState');
  expect(Object.keys(parsed)).not.toContain('description');
  expect(parsed.aws).toBe(bare);
});

it.each([
  [sns('hello'), 'the SNS message is not from a CloudWatch alarm: use parseSnsEvent.'],
  [sns('{"orderId":7}'), 'the SNS message is not from a CloudWatch alarm: use parseSnsEvent.'],
  [{ ...eventBridge, 'detail-type': 'OrderPlaced' }, 'use parseEventBridgeEvent.'],
  [{ ...action, alarmData: { ...data, state: { value: 'OK', timestamp: '7' } } }, 'alarmData.state.timestamp must be'],
])('rejects other events (%#)', (event, text) => {
  expect(() => parseCloudWatchAlarmEvent(event)).toThrow(InvalidInputError);
  expect(() => parseCloudWatchAlarmEvent(event)).toThrow(text);
});
