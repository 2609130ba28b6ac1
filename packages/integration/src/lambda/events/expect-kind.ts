import { InvalidInputError } from '@arch/core';

import { type LambdaEventKind, recognizeEvent } from './recognize-event.js';

const descriptions: Readonly<Record<LambdaEventKind, readonly [noun: string, parser?: string]>> = {
  s3: ['an S3 event', 'parseS3Event'],
  sqs: ['an SQS event', 'parseSqsEvent'],
  sns: ['an SNS event', 'parseSnsEvent'],
  'event-bridge': ['an EventBridge event', 'parseEventBridgeEvent'],
  'api-gateway': ['an event of a REST API (API Gateway, payload 1.0)', 'parseApiGatewayEvent'],
  'http-api': ['an event of an HTTP API or a function URL (payload 2.0)', 'parseHttpApiEvent'],
  alb: ['an event of an Application Load Balancer', 'parseAlbEvent'],
  websocket: ['an event of a WebSocket API', 'parseWebSocketEvent'],
  'token-authorizer': ['a TOKEN authorizer event', 'parseTokenAuthorizerEvent'],
  'request-authorizer': ['a REQUEST authorizer event (payload 1.0)', 'parseRequestAuthorizerEvent'],
  'http-api-authorizer': ['a REQUEST authorizer event of an HTTP API (payload 2.0)', 'parseHttpApiAuthorizerEvent'],
  dynamodb: ['an event of a DynamoDB stream', 'parseDynamoDbEvent'],
  kinesis: ['an event of a Kinesis stream', 'parseKinesisEvent'],
  firehose: ['a Firehose transformation event', 'parseFirehoseEvent'],
  cognito: ['a Cognito trigger event', 'parseCognitoEvent'],
  'cloudwatch-logs': ['a CloudWatch Logs event', 'parseCloudWatchLogsEvent'],
  'cloudwatch-alarm': ['an event of a CloudWatch alarm', 'parseCloudWatchAlarmEvent'],
  'custom-resource': ['a custom resource event of CloudFormation', 'parseCustomResourceEvent'],
  unknown: ['an unknown event'],
};

/** Throws `InvalidInputError` if an event is of another kind, with its kind and the function that parses it. */
export const expectKind = (operation: string, event: unknown, wanted: LambdaEventKind): void => {
  const { kind, sign } = recognizeEvent(event);
  if (kind === wanted) return;
  const [noun, parser] = descriptions[kind];
  const advice = parser === undefined ? '.' : `: use ${parser}.`;
  throw new InvalidInputError(`${operation}: this is ${noun} (${sign}), not ${descriptions[wanted][0]}${advice}`, {
    operation,
  });
};
