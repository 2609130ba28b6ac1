export type { DynamoDbItem, DynamoDbValue } from './dynamo-db-value.js';
export { handleDynamoDbEvent, type DynamoDbEventHandler } from './handle-dynamo-db-event.js';
export { handleKinesisEvent, type KinesisEventHandler } from './handle-kinesis-event.js';
export type { StreamBatchResponse } from './handle-in-order.js';
export { handleSqsEvent, type SqsBatchResponse, type SqsEventHandler } from './handle-sqs-event.js';
export type { HttpRequestEvent } from './http-request-event.js';
export { type HttpResponse, jsonResponse } from './json-response.js';
export { lambdaEventKind } from './lambda-event-kind.js';
export { parseAlbEvent } from './parse-alb-event.js';
export { parseApiGatewayEvent } from './parse-api-gateway-event.js';
export {
  type DynamoDbEvent,
  type DynamoDbEventName,
  dynamoDbEventNames,
  type DynamoDbEventRecord,
  parseDynamoDbEvent,
} from './parse-dynamo-db-event.js';
export { type EventBridgeEvent, parseEventBridgeEvent } from './parse-event-bridge-event.js';
export { parseHttpApiEvent } from './parse-http-api-event.js';
export { type KinesisEvent, type KinesisEventRecord, parseKinesisEvent } from './parse-kinesis-event.js';
export { parseS3Event, type S3Event, type S3EventRecord } from './parse-s3-event.js';
export { parseSnsEvent, type SnsEvent, type SnsEventRecord } from './parse-sns-event.js';
export { parseSqsEvent, type SqsEvent, type SqsEventRecord } from './parse-sqs-event.js';
export { type LambdaEventKind, lambdaEventKinds } from './recognize-event.js';
