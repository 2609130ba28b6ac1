import { NotFoundError } from '@arch/core';
import { z } from '@arch/core/builder';
import { expect, it } from 'vitest';

import { localFunction } from '../../api-gateway/http-routes/__fixtures__/local-function.js';
import { receiveMessages } from '../../sqs/messages/index.js';
import { createQueue, deleteQueue, describeQueue } from '../../sqs/queues/index.js';
import { sendMessage } from './__fixtures__/send-message.js';
import { publishMessage, publishMessages } from '../messages/index.js';
import { createTopic, deleteTopic, describeTopic, listTopics, setTopicAttributes } from '../topics/index.js';
import {
  describeSubscription,
  listSubscriptions,
  listSubscriptionsByTopic,
  setSubscriptionAttributes,
  subscribeToTopic,
  unsubscribeFromTopic,
} from './index.js';

const quick = { waitSeconds: 2, stopWhenEmpty: true };
const queueFor = async (queueName: string): Promise<{ readonly queueUrl: string; readonly queueArn: string }> => {
  const { queueUrl } = await createQueue(queueName);
  return describeQueue(queueUrl);
};
const bodies = async (queueUrl: string): Promise<readonly string[]> =>
  (await receiveMessages({ queueUrl, ...quick }).toArray()).map(({ body }) => body).toSorted();

it('delivers messages to several queues, and only those that match the filter policy', async () => {
  const topic = await createTopic({ name: 'fan-out-local', displayName: 'Shop', tags: { team: 'shop' } });
  const { topicArn } = topic;
  const all = await queueFor('all-local');
  const large = await queueFor('large-local');
  const raw = { topicArn, rawMessageDelivery: true };
  await subscribeToTopic({ ...raw, endpoint: all.queueArn });
  const filterPolicy = { size: ['large'] };
  const filtered = await subscribeToTopic({ ...raw, endpoint: large.queueArn, filterPolicy });
  await publishMessage({ topicArn, message: 'a', attributes: { size: 'small' } });
  await publishMessages({
    topicArn,
    messages: [
      { message: 'b', attributes: { size: 'large' } },
      { message: 'c', attributes: { size: ['large', 'odd'] } },
    ],
  });
  expect(await bodies(all.queueUrl)).toEqual(['a', 'b', 'c']);
  expect(await bodies(large.queueUrl)).toEqual(['b', 'c']);

  const subscriptionArn = filtered.subscriptionArn ?? '';
  expect(await describeSubscription(subscriptionArn)).toMatchObject({
    filterPolicy,
    rawMessageDelivery: true,
    pendingConfirmation: false,
  });
  expect(await describeTopic(topic)).toMatchObject({ subscriptionsConfirmed: 2, displayName: 'Shop', fifo: false });
  expect((await listSubscriptionsByTopic(topic).toArray()).map(({ endpoint }) => endpoint)).toEqual([
    all.queueArn,
    large.queueArn,
  ]);
  await setSubscriptionAttributes({ subscriptionArn, filterPolicy: false });
  await publishMessage({ topicArn, message: 'd', attributes: { size: 'small' } });
  expect(await bodies(large.queueUrl)).toEqual(['d']);
  await unsubscribeFromTopic(subscriptionArn);
  await expect(describeSubscription(subscriptionArn)).rejects.toThrow(NotFoundError);
  expect((await listSubscriptions().toArray()).map((each) => each.subscriptionArn)).not.toContain(subscriptionArn);
  await deleteTopic(topic);
  await Promise.all([deleteQueue(all.queueUrl), deleteQueue(large.queueUrl)]);
});

it("invokes a function, which the function's policy allows", async () => {
  const { topicArn } = await createTopic('calling-local');
  const { queueUrl } = await queueFor('calling-local');
  // The function sends the received message to a queue.
  await using receiver = await localFunction(
    'receives-topic-local',
    `const sendMessage = ${sendMessage.toString()};
    await sendMessage({ QueueUrl: '${queueUrl}', MessageBody: event.Records[0].Sns.Message });`,
  );
  await subscribeToTopic({ topicArn, endpoint: receiver.functionArn });
  await publishMessage({ topicArn, message: 'hello' });
  const [message] = await receiveMessages({ queueUrl, waitSeconds: 10, stopWhenEmpty: true }).toArray({ limit: 1 });
  expect(message?.body).toBe('hello');
  await deleteTopic(topicArn);
  await deleteQueue(queueUrl);
});

it("delivers a message in SNS's JSON document, or without it with raw message delivery", async () => {
  const { topicArn } = await createTopic('wrapped-local');
  const { queueUrl, queueArn } = await queueFor('wrapped-local');
  await subscribeToTopic({ topicArn, endpoint: queueArn });
  await publishMessage({ topicArn, json: { orderId: 42 }, subject: 'An order' });
  const schema = z.object({ Message: z.string(), Subject: z.string(), TopicArn: z.string() });
  const [message] = await receiveMessages({ queueUrl, schema, ...quick }).toArray();
  expect(message?.body).toEqual({ Message: '{"orderId":42}', Subject: 'An order', TopicArn: topicArn });
  await deleteTopic(topicArn);
  await deleteQueue(queueUrl);
});

it('keeps the order of a group in a FIFO topic and drops duplicates', async () => {
  const { topicArn } = await createTopic({ name: 'ordered-local.fifo', contentBasedDeduplication: true });
  const { queueUrl } = await createQueue({ queueName: 'ordered-topic-local.fifo', contentBasedDeduplication: true });
  const { queueArn } = await describeQueue(queueUrl);
  await subscribeToTopic({ topicArn, endpoint: queueArn, rawMessageDelivery: true });
  const messages = ['a', 'b', 'b', 'c'].map((message) => ({ message, groupId: 'one' }));
  const sent = await publishMessages({ topicArn, messages });
  expect(sent.every(({ sequenceNumber }) => sequenceNumber !== undefined)).toBe(true);
  const received = await receiveMessages({ queueUrl, maxMessages: 10, ...quick }).toArray();
  expect(received.map(({ body }) => body)).toEqual(['a', 'b', 'c']);
  await deleteTopic(topicArn);
  await deleteQueue(queueUrl);
});

it('creates a topic once, with an unconfirmed subscription of a URL, and changes its settings', async () => {
  const topic = await createTopic('pending-local');
  expect(await createTopic('pending-local')).toEqual(topic);
  const { topicArn } = topic;
  // The local AWS returns no ARN before the confirmation. AWS does, because the request contains ReturnSubscriptionArn.
  await subscribeToTopic({ topicArn, endpoint: 'https://127.0.0.1:1/hook' });
  expect(await describeTopic(topic)).toMatchObject({ subscriptionsPending: 1, subscriptionsConfirmed: 0 });
  await setTopicAttributes({ topicArn, displayName: 'Pending', signatureVersion: '2' });
  expect(await describeTopic(topic)).toMatchObject({ displayName: 'Pending', signatureVersion: '2' });
  expect((await listTopics().toArray()).map(({ name }) => name)).toContain('pending-local');
  await deleteTopic(topic);
  await expect(describeTopic(topicArn)).rejects.toThrow(NotFoundError);
});
