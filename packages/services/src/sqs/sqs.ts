import {
  alreadyExists,
  awsJson,
  conflict,
  notFound,
  quota,
  type Service,
  throttled,
  whenMessage,
} from '@arch/core/builder';
import { SQSClient } from '@aws-sdk/client-sqs';

import { queueArn } from './queue-arn.js';

/** SQS. Some error codes are those of its former query protocol. */
export const sqs: Service = {
  id: 'SQS',
  client: SQSClient,
  protocol: awsJson,
  // With a wrong MD5, the SDK throws an error that is no AWS error, and discards all messages if one of them is wrong. `hasMd5` checks each message.
  settings: { md5: false },
  prefix: 'sqs',
  arns: { queue: 'arn:aws:sqs:*:*:{queueUrl|queueName}' },
  arnFrom: { queueUrl: queueArn },
  errors: {
    'AWS.SimpleQueueService.NonExistentQueue': notFound({ resource: 'queue', member: 'queueUrl' }),
    'AWS.SimpleQueueService.PurgeQueueInProgress': conflict({
      resource: 'queue',
      member: 'queueUrl',
      remedy: 'A purge takes 60 seconds: call again after it has ended.',
    }),
    'AWS.SimpleQueueService.QueueDeletedRecently': conflict({
      resource: 'queue',
      member: 'queueName',
      remedy: 'Wait 60 seconds after the deletion of the queue.',
    }),
    InvalidParameterValue: whenMessage(
      /receipt handle has expired/i,
      conflict({ resource: 'message', remedy: 'The visibility timeout of the message has ended: receive it again.' }),
    ),
    KmsThrottled: throttled(),
    MessageNotInflight: conflict({ resource: 'message', remedy: 'The message is visible again, or was deleted.' }),
    OverLimit: quota({
      remedy:
        'At most 120,000 messages of a queue (FIFO: 20,000) can be in flight: delete messages after receiving them.',
    }),
    PurgeQueueInProgress: conflict({
      resource: 'queue',
      member: 'queueUrl',
      remedy: 'A purge takes 60 seconds: call again after it has ended.',
    }),
    QueueDeletedRecently: conflict({
      resource: 'queue',
      member: 'queueName',
      remedy: 'Wait 60 seconds after the deletion of the queue.',
    }),
    QueueDoesNotExist: notFound({ resource: 'queue', member: 'queueUrl' }),
    QueueNameExists: alreadyExists({
      resource: 'queue',
      member: 'queueName',
      remedy: 'The existing queue has other attributes than the input.',
    }),
    ReceiptHandleIsInvalid: conflict({
      resource: 'message',
      remedy: 'The receipt handle is malformed, or from an earlier receive.',
    }),
  },
  documentation: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_',
};
