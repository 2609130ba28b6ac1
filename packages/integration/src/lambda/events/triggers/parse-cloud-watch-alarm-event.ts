import { InvalidInputError } from '@arch/core';
import { type AwsResource, type Open, parseJson, readInput, withAws, z } from '@arch/core/builder';

import { eventDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';
import { present } from '../present.js';
import { recognizeEvent } from '../recognize-event.js';

/** States of an alarm. */
export const alarmStates = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;
export type AlarmState = Open<(typeof alarmStates)[number]>;

/** A change of a CloudWatch alarm's state. The member `aws` is the alarm as it was sent, in the form of its way. */
export interface CloudWatchAlarmEvent extends AwsResource {
  readonly alarmName: string;
  readonly alarmArn: string;
  readonly accountId: string;
  /** The region code, e.g. `eu-west-1`. SNS sends its name instead, e.g. `EU (Ireland)`. */
  readonly region: string;
  readonly state: AlarmState;
  readonly previousState?: AlarmState;
  /** Why the state changed. */
  readonly reason: string;
  /** When the state changed. */
  readonly time: Date;
  readonly description?: string;
}

/**
 * Parses the event of a CloudWatch alarm, whichever way it came to the Lambda function: as the alarm's Lambda action, over EventBridge (detail
 * type `CloudWatch Alarm State Change`), or over an SNS topic.
 *
 * @example
 * const { alarmName, state, reason } = parseCloudWatchAlarmEvent(event);
 * @throws {InvalidInputError} it is an event of another kind, or a member is missing or invalid.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
 */
export const parseCloudWatchAlarmEvent = (event: unknown): CloudWatchAlarmEvent => {
  const { kind } = recognizeEvent(event);
  if (kind === 'event-bridge' && (event as Members)['detail-type'] === 'CloudWatch Alarm State Change')
    return fromEventBridge(event);
  if (kind === 'sns') return fromSns(event);
  expectKind(operation, event, 'cloudwatch-alarm');
  return fromAction(event);
};

const operation = 'parseCloudWatchAlarmEvent';

type Members = Readonly<Record<string, unknown>>;

const state = () => z.object({ value: z.string(), reason: z.optional(z.string()), timestamp: eventDate() });

const alarm = () => ({
  alarmName: z.string(),
  state: state(),
  previousState: z.optional(z.nullable(z.object({ value: z.string() }))),
  configuration: z.optional(z.nullable(z.object({ description: z.optional(z.nullable(z.string())) }))),
});

const fromAction = (event: unknown): CloudWatchAlarmEvent => {
  const type = z.object({
    alarmArn: z.string(),
    accountId: z.string(),
    region: z.string(),
    alarmData: z.object(alarm()),
  });
  const { alarmData, ...rest } = readInput({ name: operation, input: type }, event);
  return withAws({ ...rest, ...changeOf(alarmData) }, event);
};

const fromEventBridge = (event: unknown): CloudWatchAlarmEvent => {
  const type = z.object({
    account: z.string(),
    region: z.string(),
    resources: z.array(z.string()).check(z.minLength(1)),
    detail: z.object(alarm()),
  });
  const { account, region, resources, detail } = readInput({ name: operation, input: type }, event);
  return withAws({ alarmArn: resources[0] ?? '', accountId: account, region, ...changeOf(detail) }, event);
};

interface Alarm {
  readonly alarmName: string;
  readonly state: { readonly value: string; readonly reason?: string | undefined; readonly timestamp: Date };
  readonly previousState?: { readonly value: string } | null | undefined;
  readonly configuration?: { readonly description?: string | null | undefined } | null | undefined;
}

const changeOf = ({ alarmName, state, previousState, configuration }: Alarm) => ({
  alarmName,
  state: state.value,
  reason: state.reason ?? '',
  time: state.timestamp,
  ...present({ previousState: previousState?.value, description: configuration?.description }),
});

/** Lambda calls a function with one message of SNS at a time. */
const fromSns = (event: unknown): CloudWatchAlarmEvent => {
  const envelope = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });
  const [record] = readInput({ name: operation, input: envelope }, event).Records;
  const sent = alarmIn(record?.Sns.Message ?? '');
  const type = z.object({
    AlarmName: z.string(),
    AlarmArn: z.string(),
    AWSAccountId: z.string(),
    Region: z.string(),
    NewStateValue: z.string(),
    OldStateValue: z.optional(z.nullable(z.string())),
    NewStateReason: z.string(),
    StateChangeTime: eventDate(),
    AlarmDescription: z.optional(z.nullable(z.string())),
  });
  const read = readInput({ name: operation, input: type }, sent);
  return withAws(
    {
      alarmName: read.AlarmName,
      alarmArn: read.AlarmArn,
      accountId: read.AWSAccountId,
      region: read.Region,
      state: read.NewStateValue,
      reason: read.NewStateReason,
      time: read.StateChangeTime,
      ...present({ previousState: read.OldStateValue, description: read.AlarmDescription }),
    },
    sent,
  );
};

const alarmIn = (message: string): unknown => {
  try {
    const sent = parseJson(message);
    if (typeof sent === 'object' && sent !== null && 'AlarmName' in sent) return sent;
  } catch {
    // Said below: it is no alarm.
  }
  throw new InvalidInputError(`${operation}: the SNS message is not of an alarm: use parseSnsEvent.`, { operation });
};
