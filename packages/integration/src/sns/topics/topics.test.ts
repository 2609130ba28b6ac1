import { AlreadyExistsError, ConflictError, InvalidInputError, NotFoundError, ServiceError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  createTopic,
  type CreateTopicInput,
  deleteTopic,
  describeTopic,
  listTopics,
  setTopicAttributes,
} from './index.js';

const topicArn = 'arn:aws:sns:us-east-1:123456789012:orders';
const attributes = {
  TopicArn: topicArn,
  Owner: '123456789012',
  SubscriptionsConfirmed: '2',
  SubscriptionsPending: '1',
  SubscriptionsDeleted: '0',
};

it('creates a topic in one request, without a KMS key by default', async () => {
  await using aws = fakeAws({ answers: { CreateTopic: { TopicArn: topicArn } } });
  expect(await createTopic('orders', { session: aws.session })).toEqual({ topicArn, name: 'orders' });
  expect(aws.requests.map(({ input }) => input)).toEqual([{ Name: 'orders' }]);
});

it('converts settings to the strings that SNS accepts', async () => {
  await using aws = fakeAws({ answers: { CreateTopic: { TopicArn: `${topicArn}.fifo` } } });
  const policy = { Version: '2012-10-17', Statement: [] };
  const settings = {
    contentBasedDeduplication: true,
    fifoThroughputScope: 'MessageGroup',
    signatureVersion: '2',
  } as const;
  await createTopic({ name: 'orders.fifo', policy, ...settings, tags: { team: 'shop' } }, { session: aws.session });
  expect(aws.requests[0]?.input).toEqual({
    Name: 'orders.fifo',
    Attributes: {
      FifoTopic: 'true',
      Policy: JSON.stringify(policy),
      ContentBasedDeduplication: 'true',
      FifoThroughputScope: 'MessageGroup',
      SignatureVersion: '2',
    },
    Tags: [{ Key: 'team', Value: 'shop' }],
  });
});

it('throws AlreadyExistsError for other attributes, and ServiceError for other problems', async () => {
  await using aws = fakeAws();
  aws.once(
    'CreateTopic',
    awsError(
      'InvalidParameter',
      'Invalid parameter: Attributes Reason: Topic already exists with different attributes',
    ),
  );
  aws.once('CreateTopic', awsError('InvalidParameter', 'Invalid parameter: Policy Error: PrincipalNotFound'));
  const first = createTopic('orders', { session: aws.session });
  await expect(first).rejects.toThrow(AlreadyExistsError);
  await expect(first).rejects.toThrow('topic orders already exists');
  await expect(createTopic('orders', { session: aws.session })).rejects.toThrow(ServiceError);
});

it.each<[string, Partial<CreateTopicInput>, RegExp]>([
  ['a name with a dot', { name: 'orders.new' }, /1–256 letters/],
  ['a FIFO topic without .fifo', { fifo: true }, /fifo: true requires a name that ends in "\.fifo" \(got "orders"\)/],
  [
    'FIFO settings for a standard topic',
    { contentBasedDeduplication: true },
    /provide contentBasedDeduplication and fifoThroughputScope only for a FIFO topic/,
  ],
  ['a message size that is too large', { maximumMessageSizeBytes: 1_048_577 }, /at most 1048576/],
  ['an invalid policy', { policy: {} }, /a policy as an object/],
])('rejects %s before anything is sent', async (_what, more, message) => {
  await using aws = fakeAws();
  const call = createTopic({ name: 'orders', ...more }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});

it("converts SNS's strings, and adds the defaults of omitted attributes", async () => {
  await using aws = fakeAws();
  const policy = { Version: '2008-10-17', Statement: [] };
  aws.once('GetTopicAttributes', { Attributes: { ...attributes, DisplayName: '', Policy: JSON.stringify(policy) } });
  const fifo = { FifoTopic: 'true', ContentBasedDeduplication: 'false', MaximumMessageSize: '1048576' };
  aws.once('GetTopicAttributes', { Attributes: { ...attributes, ...fifo, SignatureVersion: '2' } });
  const topic = await describeTopic(topicArn, { session: aws.session });
  expect(topic).toEqual({
    topicArn,
    name: 'orders',
    owner: '123456789012',
    subscriptionsConfirmed: 2,
    subscriptionsPending: 1,
    subscriptionsDeleted: 0,
    policy,
    maximumMessageSizeBytes: 262_144,
    fifo: false,
    signatureVersion: '1',
  });
  expect(await describeTopic(topic, { session: aws.session })).toMatchObject({
    fifo: true,
    contentBasedDeduplication: false,
    maximumMessageSizeBytes: 1_048_576,
    signatureVersion: '2',
  });
});

it('throws NotFoundError with the ARN of an unknown topic', async () => {
  await using aws = fakeAws({ answers: { GetTopicAttributes: awsError('NotFound', 'Topic does not exist') } });
  const call = describeTopic(topicArn, { session: aws.session });
  await expect(call).rejects.toThrow(NotFoundError);
  await expect(call).rejects.toThrow(`topic ${topicArn} does not exist in this account and region`);
});

it('retries a request for a new topic that AWS does not return yet', async () => {
  await using aws = fakeAws({ answers: { CreateTopic: { TopicArn: topicArn } } });
  const topic = await createTopic('orders', { session: aws.session });
  aws.once('GetTopicAttributes', awsError('NotFound', 'Topic does not exist'));
  aws.on('GetTopicAttributes', { Attributes: attributes });
  expect(await describeTopic(topic, { session: aws.session })).toMatchObject({ topicArn });
});

it('lists topics from several pages, which other functions accept as input', async () => {
  await using aws = fakeAws({ answers: { DeleteTopic: {} } });
  aws.once('ListTopics', { Topics: [{ TopicArn: topicArn }], NextToken: 'more' });
  aws.once('ListTopics', { Topics: [{ TopicArn: `${topicArn}.fifo` }] });
  const topics = await listTopics({}, { session: aws.session }).toArray();
  expect(topics.map(({ name }) => name)).toEqual(['orders', 'orders.fifo']);
  await deleteTopic(topics[1]!, { session: aws.session });
  expect(aws.requests.at(-1)?.input).toEqual({ TopicArn: `${topicArn}.fifo` });
});

it('throws ConflictError with a remedy for a topic with an archive policy', async () => {
  await using aws = fakeAws({ answers: { DeleteTopic: awsError('InvalidState', 'ArchivePolicy is set.') } });
  const call = deleteTopic(`${topicArn}.fifo`, { session: aws.session });
  await expect(call).rejects.toThrow(ConflictError);
  await expect(call).rejects.toThrow('Remove its archive policy first.');
});

it('changes one setting after the other, and an error names the changed ones', async () => {
  await using aws = fakeAws();
  aws.once('SetTopicAttributes', {});
  aws.once('SetTopicAttributes', awsError('InvalidParameter', 'Invalid parameter: SignatureVersion'));
  const call = setTopicAttributes({ topicArn, displayName: 'Shop', signatureVersion: '2' }, { session: aws.session });
  await expect(call).rejects.toThrow('SNS changed these attributes before the error: DisplayName.');
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { TopicArn: topicArn, AttributeName: 'DisplayName', AttributeValue: 'Shop' },
    { TopicArn: topicArn, AttributeName: 'SignatureVersion', AttributeValue: '2' },
  ]);
});
