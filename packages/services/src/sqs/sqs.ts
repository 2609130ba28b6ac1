import { alreadyExists, conflict, notFound, quota, type Service, throttled, whenMessage } from '@arch/core/builder';
import { SQSClient } from '@aws-sdk/client-sqs';

/** SQS. Its wire codes are those of its old query protocol. */
export const sqs: Service = {
  id: 'SQS',
  client: SQSClient,
  // The SDK would say a wrong MD5 by a plain error, and one wrong message of ten as if all were lost: `hasMd5` looks at each.
  settings: { md5: false },
  prefix: 'sqs',
  arns: { queue: 'arn:aws:sqs:*:*:*' },
  errors: {
    'AWS.SimpleQueueService.NonExistentQueue': notFound({ resource: 'queue', member: 'queueUrl' }),
    'AWS.SimpleQueueService.PurgeQueueInProgress': conflict({
      resource: 'queue',
      member: 'queueUrl',
      remedy: 'A purge takes 60 seconds.',
    }),
    'AWS.SimpleQueueService.QueueDeletedRecently': conflict({
      resource: 'queue',
      member: 'queueName',
      remedy: 'Wait 60 seconds after deleting it.',
    }),
    InvalidParameterValue: whenMessage(
      /receipt handle has expired/i,
      conflict({ resource: 'message', remedy: 'Its visibility timeout has ended: receive the message again.' }),
    ),
    KmsThrottled: throttled(),
    MessageNotInflight: conflict({ resource: 'message', remedy: 'It is visible again, or deleted.' }),
    OverLimit: quota({ remedy: 'At most 120,000 messages (FIFO: 20,000) may be received and not yet deleted.' }),
    PurgeQueueInProgress: conflict({ resource: 'queue', member: 'queueUrl', remedy: 'A purge takes 60 seconds.' }),
    QueueDeletedRecently: conflict({
      resource: 'queue',
      member: 'queueName',
      remedy: 'Wait 60 seconds after deleting it.',
    }),
    QueueDoesNotExist: notFound({ resource: 'queue', member: 'queueUrl' }),
    QueueNameExists: alreadyExists({
      resource: 'queue',
      member: 'queueName',
      remedy: 'It has other attributes than the ones given.',
    }),
    ReceiptHandleIsInvalid: conflict({
      resource: 'message',
      remedy: 'The receipt handle is of an earlier receive, or malformed.',
    }),
  },
  documentation: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_',
};
