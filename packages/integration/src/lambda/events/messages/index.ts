export { handleSqsEvent, type SqsBatchResponse, type SqsEventHandler } from './handle-sqs-event.js';
export { type EventBridgeEvent, parseEventBridgeEvent } from './parse-event-bridge-event.js';
export { parseS3Event, type S3Event, type S3EventRecord } from './parse-s3-event.js';
export { parseSnsEvent, type SnsEvent, type SnsEventRecord } from './parse-sns-event.js';
export { parseSqsEvent, type SqsEvent, type SqsEventRecord } from './parse-sqs-event.js';
export { s3Notification } from './s3-notification.js';
export { snsNotification, type SnsNotification } from './sns-notification.js';
