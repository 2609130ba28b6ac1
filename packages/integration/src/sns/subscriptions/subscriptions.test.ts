import {
  AlreadyExistsError,
  ConflictError,
  InvalidInputError,
  NotFoundError,
  QuotaExceededError,
  ServiceError,
} from '@arch/core';
import { awsError, fakeAws, type FakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  confirmSubscription,
  describeSubscription,
  listSubscriptions,
  listSubscriptionsByTopic,
  setSubscriptionAttributes,
  subscribeToTopic,
  type SubscribeToTopicInput,
  unsubscribeFromTopic,
} from './index.js';

const topicArn = 'arn:aws:sns:us-east-1:123456789012:orders';
const subscriptionArn = `${topicArn}:6b0e71bd-7e97-4d97-80ce-4a0994e55286`;
const queueArn = 'arn:aws:sqs:us-east-1:123456789012:orders';
const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:ship';
const ready = (): FakeAws =>
  fakeAws({
    answers: {
      AddPermission: { Statement: '{}' },
      RemovePermission: {},
      GetQueueUrl: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/orders' },
      GetQueueAttributes: {},
      SetQueueAttributes: {},
      Subscribe: { SubscriptionArn: subscriptionArn },
    },
  });
const sent = (aws: FakeAws): readonly string[] => aws.requests.map(({ operation }) => operation);
const different = awsError(
  'InvalidParameter',
  'Invalid parameter: Attributes Reason: Subscription already exists with different attributes',
);

it('allows the topic to send to a queue, then subscribes the queue', async () => {
  await using aws = ready();
  const filterPolicy = { kind: ['order'], total: [{ numeric: ['>', 100] }] };
  const settings = { rawMessageDelivery: true, filterPolicy, filterPolicyScope: 'MessageBody' } as const;
  const made = await subscribeToTopic({ topicArn, endpoint: queueArn, ...settings }, { session: aws.session });
  expect(made).toEqual({ subscriptionArn, topicArn, protocol: 'sqs', endpoint: queueArn });
  expect(made.aws).toEqual(expect.objectContaining({ SubscriptionArn: subscriptionArn }));
  expect(sent(aws)).toEqual(['GetQueueUrl', 'GetQueueAttributes', 'SetQueueAttributes', 'Subscribe']);
  const { Policy } = aws.requests[2]!.input['Attributes'] as { readonly Policy: string };
  expect(JSON.parse(Policy)).toMatchObject({
    Statement: [
      {
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': topicArn } },
      },
    ],
  });
  expect(aws.requests[3]?.input).toEqual({
    TopicArn: topicArn,
    Protocol: 'sqs',
    Endpoint: queueArn,
    Attributes: {
      RawMessageDelivery: 'true',
      FilterPolicy: JSON.stringify(filterPolicy),
      FilterPolicyScope: 'MessageBody',
    },
    ReturnSubscriptionArn: true,
  });
});

it('allows the topic to invoke a function and to send to the dead-letter queue', async () => {
  await using aws = ready();
  const input = { topicArn, endpoint: functionArn, deadLetterQueueArn: queueArn };
  await subscribeToTopic(input, { session: aws.session });
  expect(sent(aws)).toEqual(['AddPermission', 'GetQueueUrl', 'GetQueueAttributes', 'SetQueueAttributes', 'Subscribe']);
  expect(aws.requests[0]?.input).toMatchObject({ Principal: 'sns.amazonaws.com', SourceArn: topicArn });
  expect(aws.requests.at(-1)?.input).toMatchObject({
    Protocol: 'lambda',
    Attributes: { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: queueArn }) },
  });
});

it.each<[string, string]>([
  ['me@example.com', 'email'],
  ['https://example.com/hook', 'https'],
  ['http://example.com/hook', 'http'],
  ['+15550100', 'sms'],
  ['arn:aws:sns:us-east-1:123456789012:endpoint/GCM/shop/12345678', 'application'],
])('derives from the form of %s the protocol %s, and changes no policy', async (endpoint, protocol) => {
  await using aws = fakeAws({ answers: { Subscribe: { SubscriptionArn: 'pending confirmation' } } });
  const made = await subscribeToTopic({ topicArn, endpoint }, { session: aws.session });
  expect(made).toEqual({ topicArn, protocol, endpoint });
  expect(aws.requests.map(({ input }) => input['Protocol'])).toEqual([protocol]);
});

it('subscribes with the protocol email-json, and changes no policy with addPermission: false', async () => {
  await using aws = ready();
  const options = { session: aws.session };
  await subscribeToTopic({ topicArn, endpoint: 'me@example.com', protocol: 'email-json' }, options);
  await subscribeToTopic({ topicArn, endpoint: queueArn, addPermission: false }, options);
  expect(aws.requests.map(({ input }) => input['Protocol'])).toEqual(['email-json', 'sqs']);
});

it('removes the added permission if the subscription fails', async () => {
  await using aws = ready();
  aws.on('Subscribe', awsError('SubscriptionLimitExceeded', 'No more.'));
  const call = subscribeToTopic({ topicArn, endpoint: functionArn }, { session: aws.session });
  await expect(call).rejects.toThrow(QuotaExceededError);
  expect(sent(aws)).toEqual(['AddPermission', 'Subscribe', 'RemovePermission']);
});

it('throws AlreadyExistsError for other attributes, and ServiceError for other problems', async () => {
  await using aws = ready();
  aws.once('Subscribe', different);
  aws.once('Subscribe', awsError('InvalidParameter', 'Invalid parameter: FilterPolicy: Unrecognized match type'));
  const input = { topicArn, endpoint: 'me@example.com' };
  const first = subscribeToTopic(input, { session: aws.session });
  await expect(first).rejects.toThrow(AlreadyExistsError);
  await expect(first).rejects.toThrow('subscription me@example.com already exists');
  await expect(subscribeToTopic(input, { session: aws.session })).rejects.toThrow(ServiceError);
});

it('throws NotFoundError with the name of an unknown queue, and does not subscribe it', async () => {
  await using aws = ready();
  aws.on('GetQueueUrl', awsError('AWS.SimpleQueueService.NonExistentQueue', 'No such queue.'));
  const call = subscribeToTopic({ topicArn, endpoint: queueArn }, { session: aws.session });
  await expect(call).rejects.toThrow(NotFoundError);
  await expect(call).rejects.toThrow('queue orders does not exist in this account and region');
  expect(sent(aws)).toEqual(['GetQueueUrl']);
});

it.each<[string, Partial<SubscribeToTopicInput>, RegExp]>([
  ['an invalid endpoint', { endpoint: 'orders' }, /an ARN, URL, e-mail address or telephone number/],
  ['an endpoint that does not match the protocol', { protocol: 'sqs' }, /that fits the protocol/],
  [
    'raw message delivery to a function',
    { rawMessageDelivery: true },
    /rawMessageDelivery: true requires an endpoint that is a queue, a URL or a Firehose stream/,
  ],
  [
    'a filter policy scope without a filter policy',
    { filterPolicyScope: 'MessageBody' },
    /filterPolicy is required: a pattern, because filterPolicyScope is set/,
  ],
  [
    'a filter policy with a value that is not a list',
    { filterPolicy: { kind: 'order' } },
    /filterPolicy: provide an object whose values are lists of accepted values or nested objects, e\.g\. \{ kind: \['order'\] \}/,
  ],
  [
    'a filter policy that is too long',
    { filterPolicy: { kind: ['x'.repeat(262_144)] } },
    /filterPolicy must have at most 262,144 characters/,
  ],
  [
    'a role for a function',
    { subscriptionRoleArn: 'arn:aws:iam::123456789012:role/a' },
    /subscriptionRoleArn must be the ARN of a role if the endpoint is a Firehose stream, and omitted otherwise \(got "arn:aws:iam::123456789012:role\/a"\)/,
  ],
  [
    'a Firehose stream without a role',
    { endpoint: 'arn:aws:firehose:us-east-1:123456789012:deliverystream/a' },
    /subscriptionRoleArn is required: the ARN of a role if the endpoint is a Firehose stream/,
  ],
  [
    'a function for a FIFO topic',
    { topicArn: `${topicArn}.fifo` },
    /endpoint must be the ARN of a queue if the topic is FIFO \(got "arn:aws:lambda:us-east-1:123456789012:function:ship"\)/,
  ],
  ['a FIFO queue for a standard topic', { endpoint: `${queueArn}.fifo` }, /a standard queue/],
  ['the name of a topic', { topicArn: 'orders' }, /the ARN of a topic, e\.g\./],
])('rejects %s before anything is sent', async (_what, more, message) => {
  await using aws = fakeAws();
  const call = subscribeToTopic({ topicArn, endpoint: functionArn, ...more }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});

it('changes one setting after the other, the scope before the filter policy, and removes a filter policy', async () => {
  await using aws = ready();
  aws.on('SetSubscriptionAttributes', {});
  const options = { session: aws.session };
  const filter = { filterPolicy: { kind: ['order'] }, filterPolicyScope: 'MessageBody' } as const;
  await setSubscriptionAttributes({ subscriptionArn, ...filter }, options);
  await setSubscriptionAttributes({ subscriptionArn, filterPolicy: false }, options);
  const inputs = aws.requests.map(({ input }) => [input['AttributeName'], input['AttributeValue']]);
  expect(inputs).toEqual([
    ['FilterPolicyScope', 'MessageBody'],
    ['FilterPolicy', '{"kind":["order"]}'],
    ['FilterPolicy', '{}'],
  ]);
});

it('allows the topic to use a new dead-letter queue, and an error names the changed settings', async () => {
  await using aws = ready();
  aws.once('SetSubscriptionAttributes', {});
  aws.on('SetSubscriptionAttributes', awsError('InvalidParameter', 'Invalid parameter: RedrivePolicy'));
  const input = { subscriptionArn, rawMessageDelivery: true, deadLetterQueueArn: queueArn };
  const call = setSubscriptionAttributes(input, { session: aws.session });
  await expect(call).rejects.toThrow('SNS changed these attributes before the error: RawMessageDelivery.');
  const { Policy } = aws.requests[2]!.input['Attributes'] as { readonly Policy: string };
  expect(JSON.parse(Policy)).toMatchObject({
    Statement: [{ Condition: { ArnEquals: { 'aws:SourceArn': topicArn } } }],
  });
});

it("converts SNS's strings of a subscription", async () => {
  await using aws = fakeAws();
  const base = { SubscriptionArn: subscriptionArn, TopicArn: topicArn, Protocol: 'sqs', Endpoint: queueArn };
  const more = { RawMessageDelivery: 'true', FilterPolicy: '{"kind":["order"]}', PendingConfirmation: 'false' };
  const redrive = { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: `${queueArn}-dlq` }) };
  aws.on('GetSubscriptionAttributes', { Attributes: { ...base, ...more, ...redrive } });
  expect(await describeSubscription(subscriptionArn, { session: aws.session })).toEqual({
    subscriptionArn,
    topicArn,
    protocol: 'sqs',
    endpoint: queueArn,
    pendingConfirmation: false,
    rawMessageDelivery: true,
    filterPolicy: { kind: ['order'] },
    deadLetterQueueArn: `${queueArn}-dlq`,
  });
});

it('throws NotFoundError for an unknown subscription, and ConflictError for an unconfirmed one', async () => {
  await using aws = fakeAws();
  aws.on('GetSubscriptionAttributes', awsError('NotFound', 'Subscription does not exist'));
  aws.on('Unsubscribe', awsError('InvalidParameter', 'This subscription is pending confirmation.'));
  const options = { session: aws.session };
  await expect(describeSubscription(subscriptionArn, options)).rejects.toThrow(
    `subscription ${subscriptionArn} does not exist in this account and region`,
  );
  await expect(unsubscribeFromTopic(subscriptionArn, options)).rejects.toThrow(ConflictError);
});

it('lists subscriptions, including those without an ARN', async () => {
  await using aws = fakeAws({ answers: { Unsubscribe: {} } });
  const email = { TopicArn: topicArn, Protocol: 'email', Endpoint: 'me@example.com', Owner: '123456789012' };
  const Subscriptions = [
    { ...email, SubscriptionArn: 'PendingConfirmation' },
    { ...email, SubscriptionArn: subscriptionArn },
  ];
  aws.on('ListSubscriptions', { Subscriptions });
  aws.on('ListSubscriptionsByTopic', { Subscriptions });
  const all = await listSubscriptions({}, { session: aws.session }).toArray();
  expect(all.map((each) => each.subscriptionArn)).toEqual([undefined, subscriptionArn]);
  expect(await listSubscriptionsByTopic(topicArn, { session: aws.session }).toArray()).toEqual(all);
  await unsubscribeFromTopic({ subscriptionArn }, { session: aws.session });
  expect(aws.requests.slice(1).map(({ input }) => input)).toEqual([
    { TopicArn: topicArn },
    { SubscriptionArn: subscriptionArn },
  ]);
});

it('confirms with a token, so that only the owners can unsubscribe', async () => {
  await using aws = fakeAws({ answers: { ConfirmSubscription: { SubscriptionArn: subscriptionArn } } });
  expect(await confirmSubscription({ topicArn, token: 'abc' }, { session: aws.session })).toEqual({ subscriptionArn });
  expect(aws.requests[0]?.input).toEqual({ TopicArn: topicArn, Token: 'abc', AuthenticateOnUnsubscribe: 'true' });
});
