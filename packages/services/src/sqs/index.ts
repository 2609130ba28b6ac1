export { queueUrl, queueName, isFifo } from './queue-ids.js';
export { sqs } from './sqs.js';
