/** The kinds of Lambda events that this package distinguishes. */
export const lambdaEventKinds = [
  's3',
  'sqs',
  'sns',
  'event-bridge',
  'api-gateway',
  'http-api',
  'alb',
  'websocket',
  'token-authorizer',
  'request-authorizer',
  'http-api-authorizer',
  'dynamodb',
  'kinesis',
  'firehose',
  'cognito',
  'cloudwatch-logs',
  'cloudwatch-alarm',
  'custom-resource',
  'unknown',
] as const;
export type LambdaEventKind = (typeof lambdaEventKinds)[number];

/** The kind of an event, and the reason. */
export interface RecognizedEvent {
  readonly kind: LambdaEventKind;
  /** The members by which the kind was recognized, e.g. `Records[0].eventSource is "aws:sqs"`. */
  readonly sign: string;
}

/** Recognizes the kind of an event by the members that AWS documents for it. More specific kinds are checked first. */
export const recognizeEvent = (event: unknown): RecognizedEvent => {
  const all = members(event);
  const records = all['Records'];
  if (Array.isArray(records) && records.length > 0) return byRecord(members(records[0]));
  for (const rule of rules) {
    const sign = rule.sign(all);
    if (sign !== undefined) return { kind: rule.kind, sign };
  }
  const names = Object.keys(all);
  return { kind: 'unknown', sign: names.length > 0 ? `it has ${names.slice(0, 5).join(', ')}` : 'it has no members' };
};

type Members = Readonly<Record<string, unknown>>;

const members = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};

const sources: Readonly<Record<string, LambdaEventKind>> = {
  'aws:s3': 's3',
  'aws:sqs': 'sqs',
  'aws:sns': 'sns',
  'aws:dynamodb': 'dynamodb',
  'aws:kinesis': 'kinesis',
};

const byRecord = ({ eventSource, EventSource: capital }: Members): RecognizedEvent => {
  const name = String(eventSource ?? capital);
  return { kind: sources[name] ?? 'unknown', sign: `Records[0].eventSource is ${JSON.stringify(name)}` };
};

interface Rule {
  readonly kind: LambdaEventKind;
  /** Returns the members by which the event is of this kind, or `undefined`. */
  readonly sign: (event: Members) => string | undefined;
}

/** A rule that requires members. A name can contain a dot for a nested member. */
const having = (kind: LambdaEventKind, ...names: readonly string[]): Rule => ({
  kind,
  sign: (event) =>
    names.every((name) => memberAt(event, name) !== undefined) ? `it has ${names.join(' and ')}` : undefined,
});

const memberAt = (event: Members, name: string): unknown => {
  const [first = '', second] = name.split('.');
  return second === undefined ? event[first] : members(event[first])[second];
};

/** The last event of a tumbling window has no records. https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-windows.html */
const endOfWindow = (kind: 'dynamodb' | 'kinesis'): Rule => ({
  kind,
  sign: ({ Records: records, eventSourceARN: arn }) =>
    Array.isArray(records) && String(arn).split(':')[2] === kind
      ? `eventSourceARN is ${JSON.stringify(arn)}`
      : undefined,
});

const rules: readonly Rule[] = [
  endOfWindow('dynamodb'),
  endOfWindow('kinesis'),
  // S3 sends this test event once to a new destination.
  { kind: 's3', sign: ({ Event: test }) => (test === 's3:TestEvent' ? 'Event is "s3:TestEvent"' : undefined) },
  {
    kind: 'token-authorizer',
    sign: ({ type, methodArn }) => (type === 'TOKEN' && methodArn !== undefined ? 'type is "TOKEN"' : undefined),
  },
  {
    kind: 'request-authorizer',
    sign: ({ type, methodArn }) =>
      type === 'REQUEST' && methodArn !== undefined ? 'type is "REQUEST", with methodArn' : undefined,
  },
  {
    kind: 'http-api-authorizer',
    sign: ({ type, routeArn }) =>
      type === 'REQUEST' && routeArn !== undefined ? 'type is "REQUEST", with routeArn' : undefined,
  },
  {
    kind: 'event-bridge',
    sign: ({ 'detail-type': detailType, detail, source }) =>
      detailType !== undefined && detail !== undefined
        ? `source is ${JSON.stringify(source)}, detail-type ${JSON.stringify(detailType)}`
        : undefined,
  },
  having('cloudwatch-alarm', 'alarmArn', 'alarmData'),
  having('cloudwatch-logs', 'awslogs.data'),
  having('firehose', 'deliveryStreamArn', 'records'),
  having('cognito', 'triggerSource', 'userPoolId'),
  having('custom-resource', 'RequestType', 'ResponseURL'),
  having('websocket', 'requestContext.connectionId'),
  having('alb', 'requestContext.elb'),
  {
    kind: 'http-api',
    sign: ({ requestContext, version }) =>
      members(requestContext)['http'] === undefined ? undefined : `version is ${JSON.stringify(version)}`,
  },
  having('api-gateway', 'httpMethod', 'requestContext'),
];
