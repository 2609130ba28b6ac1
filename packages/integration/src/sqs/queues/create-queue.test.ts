import { AlreadyExistsError, ConflictError } from '@arch/core';
import { awsError, fakeAws, type FakeAws, fault } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { createQueue, type CreateQueueInput, describeQueue } from './index.js';

const urlOf = (name: string): string => `https://sqs.us-east-1.amazonaws.com/123456789012/${name}`;
const arnOf = (name: string): string => `arn:aws:sqs:us-east-1:123456789012:${name}`;
const attributes = {
  QueueArn: arnOf('orders-dlq'),
  ApproximateNumberOfMessages: '0',
  ApproximateNumberOfMessagesNotVisible: '0',
  ApproximateNumberOfMessagesDelayed: '0',
  CreatedTimestamp: '1442426968',
  LastModifiedTimestamp: '1442426968',
  VisibilityTimeout: '30',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  DelaySeconds: '0',
  ReceiveMessageWaitTimeSeconds: '0',
};
const unknown = awsError('AWS.SimpleQueueService.NonExistentQueue', 'The specified queue does not exist.');
const empty = (): FakeAws =>
  fakeAws({
    answers: {
      CreateQueue: ({ QueueName }: { QueueName: string }) => ({ QueueUrl: urlOf(QueueName) }),
      GetQueueUrl: unknown,
      GetQueueAttributes: { Attributes: attributes },
      DeleteQueue: {},
    },
  });
const sent = (aws: FakeAws): readonly string[] => aws.requests.map(({ operation }) => operation);

it('creates a queue in one request, encrypted with a key of SQS', async () => {
  await using aws = empty();
  const input = { queueName: 'orders', visibilityTimeoutSeconds: 120, retentionSeconds: 86_400, tags: { team: 'web' } };
  const queue = await createQueue(input, { session: aws.session });
  expect(queue).toEqual({ queueUrl: urlOf('orders'), queueName: 'orders' });
  expect(aws.requests.map(({ input }) => input)).toEqual([
    {
      QueueName: 'orders',
      Attributes: { VisibilityTimeout: '120', MessageRetentionPeriod: '86400', SqsManagedSseEnabled: 'true' },
      tags: { team: 'web' },
    },
  ]);
});

it('creates a FIFO queue if the name ends in .fifo, and encrypts with the KMS key of the input', async () => {
  await using aws = empty();
  const more = { contentBasedDeduplication: true, kmsMasterKeyId: 'alias/aws/sqs', maximumMessageSizeBytes: 1_024 };
  await createQueue({ queueName: 'orders.fifo', ...more }, { session: aws.session });
  expect(aws.requests[0]?.input['Attributes']).toEqual({
    FifoQueue: 'true',
    ContentBasedDeduplication: 'true',
    KmsMasterKeyId: 'alias/aws/sqs',
    MaximumMessageSize: '1024',
  });
});

it('creates a dead-letter queue with a retention period of 14 days', async () => {
  await using aws = empty();
  const queue = await createQueue({ queueName: 'orders', deadLetterQueue: true }, { session: aws.session });
  const target = { queueUrl: urlOf('orders-dlq'), queueArn: arnOf('orders-dlq'), maxReceiveCount: 10 };
  expect(queue).toEqual({ queueUrl: urlOf('orders'), queueName: 'orders', deadLetterQueue: target });
  expect(sent(aws)).toEqual(['GetQueueUrl', 'CreateQueue', 'GetQueueAttributes', 'CreateQueue']);
  expect(aws.requests[1]?.input).toEqual({
    QueueName: 'orders-dlq',
    Attributes: { MessageRetentionPeriod: '1209600', SqsManagedSseEnabled: 'true' },
  });
  expect(aws.requests[3]?.input).toEqual({
    QueueName: 'orders',
    Attributes: {
      SqsManagedSseEnabled: 'true',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf('orders-dlq'), maxReceiveCount: 10 }),
    },
  });
});

it('creates a FIFO dead-letter queue for a FIFO queue', async () => {
  await using aws = empty();
  const input = { queueName: 'orders.fifo', fifo: true, deadLetterQueue: { maxReceiveCount: 3 } };
  await createQueue(input, { session: aws.session });
  expect(aws.requests[1]?.input).toMatchObject({ QueueName: 'orders-dlq.fifo', Attributes: { FifoQueue: 'true' } });
});

it('uses an existing dead-letter queue by its ARN, in one request', async () => {
  await using aws = empty();
  const deadLetterQueue = { queueArn: arnOf('failures'), maxReceiveCount: 3 };
  const queue = await createQueue({ queueName: 'orders', deadLetterQueue }, { session: aws.session });
  expect(queue.deadLetterQueue).toEqual({ ...deadLetterQueue, queueUrl: undefined });
  expect(sent(aws)).toEqual(['CreateQueue']);
});

it('deletes the dead-letter queue that it has created if the queue cannot be created', async () => {
  await using aws = empty();
  aws.once('CreateQueue', { QueueUrl: urlOf('orders-dlq') });
  aws.once('CreateQueue', awsError('QueueAlreadyExists', 'A queue already exists with the same name.'));
  const call = createQueue({ queueName: 'orders', deadLetterQueue: true }, { session: aws.session });
  await expect(call).rejects.toThrow(AlreadyExistsError);
  expect(aws.requests.at(-1)).toMatchObject({ operation: 'DeleteQueue', input: { QueueUrl: urlOf('orders-dlq') } });
});

it('never deletes a dead-letter queue that existed before', async () => {
  await using aws = empty();
  aws.on('GetQueueUrl', { QueueUrl: urlOf('orders-dlq') });
  aws.on('CreateQueue', awsError('AWS.SimpleQueueService.QueueDeletedRecently', 'You must wait 60 seconds.'));
  const call = createQueue({ queueName: 'orders', deadLetterQueue: true }, { session: aws.session });
  await expect(call).rejects.toThrow(ConflictError);
  expect(sent(aws)).toEqual(['GetQueueUrl', 'GetQueueAttributes', 'CreateQueue']);
});

it('deletes the dead-letter queue after an abort', async () => {
  await using aws = empty();
  const giveUp = new AbortController();
  aws.once('CreateQueue', { QueueUrl: urlOf('orders-dlq') });
  aws.once('CreateQueue', () => {
    giveUp.abort(new Error('enough'));
    return fault('hang');
  });
  const call = createQueue(
    { queueName: 'orders', deadLetterQueue: true },
    { session: aws.session, signal: giveUp.signal },
  );
  await expect(call).rejects.toThrow('enough');
  expect(sent(aws).slice(-2)).toEqual(['GetQueueUrl', 'DeleteQueue']);
});

it('keeps the dead-letter queue if AWS created the queue and the response was lost', async () => {
  await using aws = empty();
  aws.once('CreateQueue', { QueueUrl: urlOf('orders-dlq') });
  aws.on('CreateQueue', () => {
    aws.on('GetQueueUrl', { QueueUrl: urlOf('orders') });
    return fault('hang');
  });
  const call = createQueue({ queueName: 'orders', deadLetterQueue: true }, { session: aws.session, timeoutMs: 5_000 });
  await expect(call).rejects.toThrow(
    `The queue orders may exist: a repeated call finds it. The queue orders exists, and the dead-letter queue ${urlOf('orders-dlq')} is kept.`,
  );
  expect(sent(aws)).not.toContain('DeleteQueue');
});

it('names the dead-letter queue if its deletion fails', async () => {
  await using aws = empty();
  aws.once('CreateQueue', { QueueUrl: urlOf('orders-dlq') });
  aws.once('CreateQueue', awsError('QueueAlreadyExists', 'A queue already exists with the same name.'));
  aws.on('DeleteQueue', awsError('AccessDenied', 'No.', { status: 403 }));
  const call = createQueue({ queueName: 'orders', deadLetterQueue: true }, { session: aws.session });
  await expect(call).rejects.toThrow(
    `The dead-letter queue ${urlOf('orders-dlq')} is left: delete it with deleteQueue`,
  );
});

it('retries a request for a new queue that AWS does not return yet', async () => {
  await using aws = empty();
  const { queueUrl } = await createQueue('orders', { session: aws.session });
  aws.once('GetQueueAttributes', unknown);
  expect(await describeQueue(queueUrl, { session: aws.session })).toMatchObject({ queueUrl });
});

it.each<[string, CreateQueueInput, RegExp]>([
  ['a name with a dot', { queueName: 'orders.new' }, /1–80 letters/],
  [
    'a FIFO queue without .fifo',
    { queueName: 'orders', fifo: true },
    /fifo: true requires a queueName that ends in "\.fifo" \(got "orders"\)/,
  ],
  [
    'a FIFO name with fifo: false',
    { queueName: 'orders.fifo', fifo: false },
    /fifo: false requires a queueName that does not end in "\.fifo" \(got "orders\.fifo"\)/,
  ],
  ['a name that is too long for -dlq', { queueName: 'x'.repeat(77), deadLetterQueue: true }, /at most 76 characters/],
  [
    'a maxReceiveCount of 0',
    { queueName: 'a', deadLetterQueue: { maxReceiveCount: 0 } },
    /deadLetterQueue\.maxReceiveCount must be at least 1 \(got 0\)/,
  ],
  ['an unknown member of aws', { queueName: 'a', aws: { Nonsense: 1 } }, /aws\.Nonsense/],
  [
    'high throughput without the required scope',
    { queueName: 'a.fifo', fifoThroughputLimit: 'perMessageGroupId' },
    /deduplicationScope "messageGroup"/,
  ],
])('rejects %s before anything is sent', async (_what, input, message) => {
  await using aws = fakeAws();
  await expect(createQueue(input, { session: aws.session })).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
