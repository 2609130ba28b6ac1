import { createHash } from 'node:crypto';

import type { LayerSamples } from '../../../../tools/contract/layer.js';

const queueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/orders';
const receiptHandle = 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a';
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const messageId = 'da68f62c-0c07-4bee-bf5f-7e856EXAMPLE';
const taken = ({ Entries }: { Entries: readonly { Id: string }[] }): object => ({
  Successful: Entries.map(({ Id }) => ({ Id })),
  Failed: [],
});

/** One good input per function, one good answer per AWS operation. */
export const messagingSamples: LayerSamples = {
  inputs: {
    changeMessageVisibility: { queueUrl, receiptHandle, visibilityTimeoutSeconds: 60 },
    createQueue: 'orders',
    deleteMessage: { queueUrl, receiptHandle },
    deleteMessages: { queueUrl, messages: [{ receiptHandle }] },
    deleteQueue: queueUrl,
    describeQueue: queueUrl,
    getQueueUrl: 'orders',
    listQueues: { queueNamePrefix: 'orders' },
    purgeQueue: queueUrl,
    receiveMessages: { queueUrl, stopWhenEmpty: true },
    sendMessage: { queueUrl, body: 'hello' },
    sendMessages: { queueUrl, messages: [{ body: 'hello' }, { json: { orderId: 42 } }] },
    setQueueAttributes: { queueUrl, visibilityTimeoutSeconds: 60 },
  },
  answers: {
    ChangeMessageVisibility: {},
    ChangeMessageVisibilityBatch: taken,
    CreateQueue: { QueueUrl: queueUrl },
    DeleteMessage: {},
    DeleteMessageBatch: taken,
    DeleteQueue: {},
    GetQueueAttributes: {
      Attributes: {
        QueueArn: 'arn:aws:sqs:us-east-1:123456789012:orders',
        ApproximateNumberOfMessages: '3',
        ApproximateNumberOfMessagesNotVisible: '1',
        ApproximateNumberOfMessagesDelayed: '0',
        CreatedTimestamp: '1442426968',
        LastModifiedTimestamp: '1442426968',
        VisibilityTimeout: '30',
        MaximumMessageSize: '1048576',
        MessageRetentionPeriod: '345600',
        DelaySeconds: '0',
        ReceiveMessageWaitTimeSeconds: '0',
        SqsManagedSseEnabled: 'true',
      },
    },
    GetQueueUrl: { QueueUrl: queueUrl },
    ListQueues: { QueueUrls: [queueUrl] },
    PurgeQueue: {},
    ReceiveMessage: (_input, { attempt }) =>
      attempt > 1
        ? {}
        : {
            Messages: [{ MessageId: messageId, ReceiptHandle: receiptHandle, Body: 'hello', MD5OfBody: md5('hello') }],
          },
    SendMessage: ({ MessageBody }: { MessageBody: string }) => ({
      MessageId: messageId,
      MD5OfMessageBody: md5(MessageBody),
    }),
    SendMessageBatch: ({ Entries }: { Entries: readonly { Id: string; MessageBody: string }[] }) => ({
      Successful: Entries.map(({ Id, MessageBody }) => ({
        Id,
        MessageId: messageId,
        MD5OfMessageBody: md5(MessageBody),
      })),
    }),
    SetQueueAttributes: {},
  },
};
