import { createHash } from 'node:crypto';

import type { LayerSamples } from '@arch/contract';

const queueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/orders';
const queueArn = 'arn:aws:sqs:us-east-1:123456789012:orders';
const topicArn = 'arn:aws:sns:us-east-1:123456789012:orders';
const subscriptionArn = `${topicArn}:6b0e71bd-7e97-4d97-80ce-4a0994e55286`;
const busArn = 'arn:aws:events:us-east-1:123456789012:event-bus/shop';
const ruleArn = 'arn:aws:events:us-east-1:123456789012:rule/orders';
const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:ship';
const order = { source: 'shop.orders', detailType: 'OrderPlaced', detail: { orderId: 42 } };
const receiptHandle = 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a';
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const messageId = 'da68f62c-0c07-4bee-bf5f-7e856EXAMPLE';
const taken = ({ Entries }: { Entries: readonly { Id: string }[] }): object => ({
  Successful: Entries.map(({ Id }) => ({ Id })),
  Failed: [],
});

/** One valid input per function, one valid response per AWS operation. */
export const messagingSamples: LayerSamples = {
  inputs: {
    createEventBus: { name: 'shop', tags: { team: 'shop' } },
    deleteEventBus: 'shop',
    describeEventBus: 'shop',
    listEventBuses: { namePrefix: 'shop' },
    confirmSubscription: { topicArn, token: '2336412f37fb687f5d51e6e241d7700ae02f7124d8268910b858cb4db727ceeb' },
    createTopic: { name: 'orders', displayName: 'Shop', tags: { team: 'shop' } },
    deleteRule: 'orders',
    deleteTopic: topicArn,
    describeRule: 'orders',
    describeSubscription: subscriptionArn,
    describeTopic: topicArn,
    disableRule: 'orders',
    enableRule: 'orders',
    listRules: { namePrefix: 'orders' },
    listSubscriptions: {},
    listSubscriptionsByTopic: { topicArn },
    listTargetsByRule: { rule: 'orders' },
    listTopics: {},
    publishMessage: { topicArn, message: 'hello' },
    publishMessages: { topicArn, messages: [{ message: 'hello' }, { json: { orderId: 42 } }] },
    putEvent: order,
    putEvents: { events: [order, order] },
    putRule: { name: 'orders', eventPattern: { source: ['shop.orders'] }, state: 'ENABLED' },
    putTarget: { rule: 'orders', arn: functionArn, inputPath: '$.detail', deadLetterQueueArn: queueArn },
    removeTarget: { rule: 'orders', id: 'ship' },
    setSubscriptionAttributes: { subscriptionArn, filterPolicy: { kind: ['order'] } },
    setTopicAttributes: { topicArn, displayName: 'Shop' },
    subscribeToTopic: { topicArn, endpoint: queueArn, filterPolicy: { kind: ['order'] } },
    unsubscribeFromTopic: subscriptionArn,
    changeMessageVisibility: { queueUrl, receiptHandle, visibilityTimeoutSeconds: 60 },
    consumeMessages: { queueUrl, handler: () => undefined, stopWhenEmpty: true },
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
    CreateEventBus: { EventBusArn: busArn },
    DeleteEventBus: {},
    DescribeEventBus: { Name: 'shop', Arn: busArn },
    ListEventBuses: { EventBuses: [{ Name: 'shop', Arn: busArn }] },
    ConfirmSubscription: { SubscriptionArn: subscriptionArn },
    CreateTopic: { TopicArn: topicArn },
    DeleteRule: {},
    DeleteTopic: {},
    DescribeRule: { Name: 'orders', Arn: ruleArn, State: 'ENABLED', EventBusName: 'default' },
    DisableRule: {},
    EnableRule: {},
    GetSubscriptionAttributes: {
      Attributes: { SubscriptionArn: subscriptionArn, TopicArn: topicArn, Protocol: 'sqs', Endpoint: queueArn },
    },
    GetTopicAttributes: {
      Attributes: {
        TopicArn: topicArn,
        Owner: '123456789012',
        SubscriptionsConfirmed: '2',
        SubscriptionsPending: '0',
        SubscriptionsDeleted: '0',
      },
    },
    ListRules: { Rules: [{ Name: 'orders', Arn: ruleArn, State: 'ENABLED', EventBusName: 'default' }] },
    ListSubscriptions: {
      Subscriptions: [{ SubscriptionArn: subscriptionArn, TopicArn: topicArn, Protocol: 'sqs', Endpoint: queueArn }],
    },
    ListSubscriptionsByTopic: {
      Subscriptions: [
        { SubscriptionArn: 'PendingConfirmation', TopicArn: topicArn, Protocol: 'email', Endpoint: 'me@example.com' },
      ],
    },
    ListTargetsByRule: { Targets: [{ Id: 'ship', Arn: functionArn }] },
    ListTopics: { Topics: [{ TopicArn: topicArn }] },
    Publish: { MessageId: messageId },
    PublishBatch: ({ PublishBatchRequestEntries }: { PublishBatchRequestEntries: readonly { Id: string }[] }) => ({
      Successful: PublishBatchRequestEntries.map(({ Id }) => ({ Id, MessageId: messageId })),
    }),
    PutEvents: ({ Entries }: { Entries: readonly object[] }) => ({
      FailedEntryCount: 0,
      Entries: Entries.map(() => ({ EventId: '11710aed-b79e-4468-a20b-bb3c0c3b4860' })),
    }),
    PutRule: { RuleArn: ruleArn },
    PutTargets: { FailedEntryCount: 0, FailedEntries: [] },
    RemoveTargets: { FailedEntryCount: 0, FailedEntries: [] },
    SetSubscriptionAttributes: {},
    SetTopicAttributes: {},
    Subscribe: { SubscriptionArn: subscriptionArn },
    Unsubscribe: {},
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
  anyObjects: ['putEvent.detail'],
  jsonMembers: [
    'putEvent.detail',
    'putEvents.events.0.detail',
    'putRule.eventPattern',
    'subscribeToTopic.filterPolicy',
    'setSubscriptionAttributes.filterPolicy',
    'createTopic.policy',
    'setTopicAttributes.policy',
    'createQueue.policy',
    'setQueueAttributes.policy',
  ],
  // The entries of these published responses have IDs that the requests do not contain, so no entry matches.
  publishedOfAnotherKind: ['sqs/delete-message-batch.rst#1', 'sqs/send-message-batch.rst#1'],
};
