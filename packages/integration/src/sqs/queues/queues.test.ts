import { ConflictError, InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  deleteQueue,
  describeQueue,
  getQueueUrl,
  listQueues,
  purgeQueue,
  setQueueAttributes,
  type SetQueueAttributesInput,
} from './index.js';

const queueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/orders';
const attributes = {
  QueueArn: 'arn:aws:sqs:us-east-1:123456789012:orders',
  ApproximateNumberOfMessages: '3',
  ApproximateNumberOfMessagesNotVisible: '1',
  ApproximateNumberOfMessagesDelayed: '0',
  CreatedTimestamp: '1442426968',
  LastModifiedTimestamp: '1442430568',
  VisibilityTimeout: '30',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  DelaySeconds: '0',
  ReceiveMessageWaitTimeSeconds: '0',
  SqsManagedSseEnabled: 'true',
};

it("converts SQS's strings to numbers, times and objects", async () => {
  await using aws = fakeAws();
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow' }] };
  const redrive = { deadLetterTargetArn: 'arn:aws:sqs:us-east-1:123456789012:orders-dlq', maxReceiveCount: 5 };
  const more = { Policy: JSON.stringify(policy), RedrivePolicy: JSON.stringify(redrive), KmsMasterKeyId: '' };
  aws.on('GetQueueAttributes', { Attributes: { ...attributes, ...more } });
  const queue = await describeQueue(queueUrl, { session: aws.session });
  expect(queue).toEqual({
    queueUrl,
    queueName: 'orders',
    queueArn: 'arn:aws:sqs:us-east-1:123456789012:orders',
    approximateNumberOfMessages: 3,
    approximateNumberOfMessagesNotVisible: 1,
    approximateNumberOfMessagesDelayed: 0,
    createdTimestamp: new Date('2015-09-16T18:09:28Z'),
    lastModifiedTimestamp: new Date('2015-09-16T19:09:28Z'),
    visibilityTimeoutSeconds: 30,
    maximumMessageSizeBytes: 1_048_576,
    retentionSeconds: 345_600,
    delaySeconds: 0,
    receiveMessageWaitTimeSeconds: 0,
    sqsManagedSseEnabled: true,
    fifo: false,
    policy,
    deadLetterQueue: { queueArn: 'arn:aws:sqs:us-east-1:123456789012:orders-dlq', maxReceiveCount: 5 },
  });
  expect(queue.aws['Attributes']).toMatchObject(attributes);
  expect(aws.requests[0]?.input).toEqual({ QueueUrl: queueUrl, AttributeNames: ['All'] });
});

it('describes a queue by its name, with one request more', async () => {
  await using aws = fakeAws();
  aws.on('GetQueueUrl', { QueueUrl: queueUrl });
  aws.on('GetQueueAttributes', { Attributes: { ...attributes, FifoQueue: 'true' } });
  expect(await describeQueue('orders', { session: aws.session })).toMatchObject({ queueUrl, fifo: true });
  expect(aws.requests.map(({ operation }) => operation)).toEqual(['GetQueueUrl', 'GetQueueAttributes']);
});

it.each([
  ['AWS.SimpleQueueService.NonExistentQueue', 'code of the query protocol'],
  ['QueueDoesNotExist', 'code in the model'],
])('throws NotFoundError for %s (%s)', async (code) => {
  await using aws = fakeAws();
  for (const operation of ['GetQueueUrl', 'GetQueueAttributes', 'DeleteQueue', 'PurgeQueue'])
    aws.on(operation, awsError(code, 'The specified queue does not exist.'));
  const options = { session: aws.session };
  await expect(describeQueue(queueUrl, options)).rejects.toThrow(
    `queue ${queueUrl} does not exist in this account and region`,
  );
  const named = getQueueUrl('orders', options);
  await expect(named).rejects.toThrow(NotFoundError);
  await expect(named).rejects.toThrow('queue orders does not exist in this account and region');
  await expect(deleteQueue(queueUrl, options)).rejects.toThrow(NotFoundError);
  await expect(purgeQueue(queueUrl, options)).rejects.toThrow(NotFoundError);
});

it('lists queues from several pages, which other functions accept as input', async () => {
  await using aws = fakeAws();
  aws.once('ListQueues', { QueueUrls: [queueUrl], NextToken: 'more' });
  aws.once('ListQueues', { QueueUrls: [`${queueUrl}-dlq`] });
  aws.on('DeleteQueue', {});
  const queues = await listQueues({ queueNamePrefix: 'orders' }, { session: aws.session }).toArray();
  expect(queues).toEqual([
    { queueUrl, queueName: 'orders' },
    { queueUrl: `${queueUrl}-dlq`, queueName: 'orders-dlq' },
  ]);
  expect(aws.requests[0]?.input).toEqual({ QueueNamePrefix: 'orders', MaxResults: 1_000 });
  await deleteQueue(queues[1]!, { session: aws.session });
  expect(aws.requests.at(-1)?.input).toEqual({ QueueUrl: `${queueUrl}-dlq` });
});

it('returns an empty list for an account without queues', async () => {
  await using aws = fakeAws({ answers: { ListQueues: {} } });
  expect(await listQueues({}, { session: aws.session }).toArray()).toEqual([]);
});

it('throws ConflictError if a purge is in progress', async () => {
  await using aws = fakeAws();
  aws.on('PurgeQueue', awsError('AWS.SimpleQueueService.PurgeQueueInProgress', 'Only one PurgeQueue operation.'));
  await expect(purgeQueue(queueUrl, { session: aws.session })).rejects.toThrow(ConflictError);
});

it('changes only the settings of the input, and removes a dead-letter queue', async () => {
  await using aws = fakeAws({ answers: { SetQueueAttributes: {} } });
  const policy = { Version: '2012-10-17', Statement: [] };
  const options = { session: aws.session };
  await setQueueAttributes({ queueUrl, visibilityTimeoutSeconds: 300, policy, deadLetterQueue: false }, options);
  const deadLetterQueue = { queueArn: attributes.QueueArn, maxReceiveCount: 3 };
  await setQueueAttributes({ queueUrl, deadLetterQueue }, options);
  expect(aws.requests.map(({ input }) => input['Attributes'])).toEqual([
    { VisibilityTimeout: '300', Policy: JSON.stringify(policy), RedrivePolicy: '' },
    { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: attributes.QueueArn, maxReceiveCount: 3 }) },
  ]);
});

it.each<[string, Partial<SetQueueAttributesInput>, RegExp]>([
  ['a visibility timeout that is too long', { visibilityTimeoutSeconds: 43_201 }, /at most 43200/],
  ['a retention period of one second', { retentionSeconds: 1 }, /at least 60/],
  [
    'FIFO settings for a standard queue',
    { deduplicationScope: 'queue' },
    /provide contentBasedDeduplication, deduplicationScope and fifoThroughputLimit only for a FIFO queue/,
  ],
  ['two keys', { kmsMasterKeyId: 'alias/aws/sqs', sqsManagedSseEnabled: true }, /not both/],
  ['an invalid URL', { queueUrl: 'orders' }, /the URL of a queue, e\.g\./],
])('rejects %s before anything is sent', async (_what, settings, message) => {
  await using aws = fakeAws();
  const call = setQueueAttributes({ queueUrl, ...settings }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
