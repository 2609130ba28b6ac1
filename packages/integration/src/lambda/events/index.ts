export type { DynamoDbItem, DynamoDbValue } from './dynamo-db-value.js';
export { handleDynamoDbEvent, type DynamoDbEventHandler } from './handle-dynamo-db-event.js';
export {
  handleFirehoseEvent,
  type FirehoseEventHandler,
  type FirehoseResponse,
  type FirehoseResponseRecord,
} from './handle-firehose-event.js';
export type { StreamBatchResponse } from './handle-in-order.js';
export { handleKinesisEvent, type KinesisEventHandler } from './handle-kinesis-event.js';
export { handleSqsEvent, type SqsBatchResponse, type SqsEventHandler } from './handle-sqs-event.js';
export type { HttpRequestEvent } from './http-request-event.js';
export { type HttpResponse, jsonResponse } from './json-response.js';
export { lambdaEventKind } from './lambda-event-kind.js';
export { parseAlbEvent } from './parse-alb-event.js';
export { parseApiGatewayEvent } from './parse-api-gateway-event.js';
export {
  type AlarmState,
  alarmStates,
  type CloudWatchAlarmEvent,
  parseCloudWatchAlarmEvent,
} from './parse-cloud-watch-alarm-event.js';
export {
  type CloudWatchLogEvent,
  type CloudWatchLogsEvent,
  type LogsMessageType,
  logsMessageTypes,
  parseCloudWatchLogsEvent,
} from './parse-cloud-watch-logs-event.js';
export { type CognitoEvent, type CognitoTrigger, cognitoTriggers, parseCognitoEvent } from './parse-cognito-event.js';
export {
  type CustomResourceEvent,
  type CustomResourceRequestType,
  customResourceRequestTypes,
  parseCustomResourceEvent,
} from './parse-custom-resource-event.js';
export {
  type DynamoDbEvent,
  type DynamoDbEventName,
  dynamoDbEventNames,
  type DynamoDbEventRecord,
  parseDynamoDbEvent,
} from './parse-dynamo-db-event.js';
export { type EventBridgeEvent, parseEventBridgeEvent } from './parse-event-bridge-event.js';
export { type FirehoseEvent, type FirehoseEventRecord, parseFirehoseEvent } from './parse-firehose-event.js';
export { type HttpApiAuthorizerEvent, parseHttpApiAuthorizerEvent } from './parse-http-api-authorizer-event.js';
export { parseHttpApiEvent } from './parse-http-api-event.js';
export { type KinesisEvent, type KinesisEventRecord, parseKinesisEvent } from './parse-kinesis-event.js';
export { parseRequestAuthorizerEvent, type RequestAuthorizerEvent } from './parse-request-authorizer-event.js';
export { parseS3Event, type S3Event, type S3EventRecord } from './parse-s3-event.js';
export { parseSnsEvent, type SnsEvent, type SnsEventRecord } from './parse-sns-event.js';
export { parseSqsEvent, type SqsEvent, type SqsEventRecord } from './parse-sqs-event.js';
export { parseTokenAuthorizerEvent, type TokenAuthorizerEvent } from './parse-token-authorizer-event.js';
export {
  parseWebSocketEvent,
  type WebSocketEvent,
  type WebSocketEventType,
  webSocketEventTypes,
} from './parse-web-socket-event.js';
export { type LambdaEventKind, lambdaEventKinds } from './recognize-event.js';
export { s3Notification } from './s3-notification.js';
export { snsNotification, type SnsNotification } from './sns-notification.js';
