import { InvalidInputError } from '@arch/core';
import { type AwsResource, type Open, parseJson, readInput, withAws, z } from '@arch/core/builder';

import { eventDate } from '../event-date.js';
import { expectKind } from '../expect-kind.js';
import { present } from '../present.js';
import { recognizeEvent } from '../recognize-event.js';

/** The states of an alarm. */
export const alarmStates = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;
export type AlarmState = Open<(typeof alarmStates)[number]>;

/** A state change of a CloudWatch alarm. The member `aws` is the alarm in the form in which it was sent. */
export interface CloudWatchAlarmEvent extends AwsResource {
  /** Name of the alarm. */
  readonly alarmName: string;
  /** ARN of the alarm. */
  readonly alarmArn: string;
  /** ID of the account of the alarm. */
  readonly accountId: string;
  /** Region code, e.g. `eu-west-1`. SNS sends the name of the region instead, e.g. `EU (Ireland)`. */
  readonly region: string;
  /** New state. */
  readonly state: AlarmState;
  /** Previous state. Absent if AWS did not send it. */
  readonly previousState?: AlarmState;
  /** Reason of the state change. */
  readonly reason: string;
  /** Time of the state change, in UTC. */
  readonly time: Date;
  /** Description of the alarm. Absent if there is none. */
  readonly description?: string;
}

/**
 * Parses the event of a CloudWatch alarm that invokes a Lambda function by its Lambda action, through EventBridge (detail type `CloudWatch
 * Alarm State Change`) or through an SNS topic.
 *
 * @example
 * const { alarmName, state, reason } = parseCloudWatchAlarmEvent(event);
 * @throws {InvalidInputError} the event is of another kind, or a member is missing or invalid.
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

/** An event of SNS contains one message. */
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
    // Reported below.
  }
  throw new InvalidInputError(`${operation}: the SNS message is not from a CloudWatch alarm: use parseSnsEvent.`, {
    operation,
  });
};
