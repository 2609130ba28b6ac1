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
export {
  type DynamoDbEvent,
  type DynamoDbEventName,
  dynamoDbEventNames,
  type DynamoDbEventRecord,
  parseDynamoDbEvent,
} from './parse-dynamo-db-event.js';
export { type FirehoseEvent, type FirehoseEventRecord, parseFirehoseEvent } from './parse-firehose-event.js';
export { type KinesisEvent, type KinesisEventRecord, parseKinesisEvent } from './parse-kinesis-event.js';
