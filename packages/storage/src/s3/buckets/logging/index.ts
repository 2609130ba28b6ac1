export type { BucketLogging } from './bucket-logging.js';
export { getBucketLogging, type GetBucketLoggingInput } from './get-bucket-logging.js';
export { putBucketLogging, type PutBucketLoggingInput } from './put-bucket-logging.js';
