import { InvalidInputError } from '@arch/core';

/** Kinds of events that a Lambda function receives, as far as this package tells them apart. */
export const lambdaEventKinds = [
  's3',
  'sqs',
  'sns',
  'event-bridge',
  'api-gateway',
  'http-api',
  'alb',
  'dynamodb',
  'kinesis',
  'unknown',
] as const;
export type LambdaEventKind = (typeof lambdaEventKinds)[number];

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

interface Recognized {
  readonly kind: LambdaEventKind;
  /** By what: the member and its value. */
  readonly sign: string;
}

const recognize = (event: unknown): Recognized => {
  const { Records: records, detail, source, version, requestContext, httpMethod, Event: test } = members(event);
  const context = members(requestContext);
  if (Array.isArray(records) && records.length > 0) {
    const { eventSource, EventSource: capital } = members(records[0]);
    const name = String(eventSource ?? capital);
    return { kind: sources[name] ?? 'unknown', sign: `Records[0].eventSource is ${JSON.stringify(name)}` };
  }
  // S3 sends it once to what has just been made its destination.
  if (test === 's3:TestEvent') return { kind: 's3', sign: 'Event is "s3:TestEvent"' };
  const detailType = members(event)['detail-type'];
  if (detailType !== undefined && detail !== undefined)
    return {
      kind: 'event-bridge',
      sign: `source is ${JSON.stringify(source)}, detail-type ${JSON.stringify(detailType)}`,
    };
  if (context['elb'] !== undefined) return { kind: 'alb', sign: 'it has requestContext.elb' };
  if (context['http'] !== undefined) return { kind: 'http-api', sign: `version is ${JSON.stringify(version)}` };
  if (typeof httpMethod === 'string' && requestContext !== undefined)
    return { kind: 'api-gateway', sign: 'it has httpMethod and requestContext' };
  const names = Object.keys(members(event));
  return { kind: 'unknown', sign: names.length > 0 ? `it has ${names.slice(0, 5).join(', ')}` : 'it has no members' };
};

/** Tells what kind of event a Lambda function has received: by AWS's own marks, not by guessing at shapes. */
export const lambdaEventKind = (event: unknown): LambdaEventKind => recognize(event).kind;

const descriptions: Readonly<Record<LambdaEventKind, readonly [noun: string, reader?: string]>> = {
  s3: ['an S3 event', 'parseS3Event'],
  sqs: ['an SQS event', 'parseSqsEvent'],
  sns: ['an SNS event', 'parseSnsEvent'],
  'event-bridge': ['an EventBridge event', 'parseEventBridgeEvent'],
  'api-gateway': ['an event of a REST API (API Gateway, payload 1.0)', 'parseApiGatewayEvent'],
  'http-api': ['an event of an HTTP API or a function URL (payload 2.0)', 'parseHttpApiEvent'],
  alb: ['an event of an Application Load Balancer', 'parseAlbEvent'],
  dynamodb: ['an event of a DynamoDB stream'],
  kinesis: ['an event of a Kinesis stream'],
  unknown: ['no event that is known here'],
};

/** Refuses an event of another kind, by what it is and what reads it. */
export const expectKind = (operation: string, event: unknown, wanted: LambdaEventKind): void => {
  const { kind, sign } = recognize(event);
  if (kind === wanted) return;
  const [noun, reader] = descriptions[kind];
  const use = reader === undefined ? '' : ` ${reader} reads it.`;
  throw new InvalidInputError(`${operation}: this is ${noun} (${sign}), not ${descriptions[wanted][0]}.${use}`, {
    operation,
  });
};
