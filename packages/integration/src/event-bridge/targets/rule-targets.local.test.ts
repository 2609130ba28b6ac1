import { NotFoundError } from '@arch/core';
import { z } from '@arch/core/builder';
import { expect, it } from 'vitest';

import { deleteRule, describeRule, disableRule, enableRule, listRules, putRule } from '../rules/index.js';
import { putEvent, putEvents } from '../events/index.js';
import { receiveMessages } from '../../sqs/messages/index.js';
import { createQueue, deleteQueue, describeQueue } from '../../sqs/queues/index.js';
import { createTopic, deleteTopic, describeTopic } from '../../sns/topics/index.js';
import { subscribeToTopic } from '../../sns/subscriptions/index.js';
import { listTargetsByRule, putTarget, removeTarget } from './index.js';

const quick = { waitSeconds: 2, stopWhenEmpty: true };
const order = { source: 'shop.local', detailType: 'OrderPlaced' };

it('routes matching events to a queue, whose policy allows the rule to send', async () => {
  const { queueUrl } = await createQueue('routed-local');
  const { queueArn } = await describeQueue(queueUrl);
  const eventPattern = { source: ['shop.local'], detail: { total: [{ numeric: ['>', 100] }] } };
  const rule = await putRule({ name: 'routed-local', eventPattern });
  const target = await putTarget({ rule, arn: queueArn });
  await Promise.all([50, 150].map((total) => putEvent({ ...order, detail: { total } })));
  await putEvents({ events: [{ ...order, detail: { total: 250 } }] });

  const schema = z.object({ 'detail-type': z.string(), detail: z.object({ total: z.number() }) });
  const received = await receiveMessages({ queueUrl, schema, ...quick }).toArray();
  const totals = received.map(({ body }) => body.detail.total);
  expect(totals.toSorted((one, other) => one - other)).toEqual([150, 250]);
  const { policy } = await describeQueue(queueUrl);
  expect(policy).toMatchObject({
    Statement: [
      { Principal: { Service: 'events.amazonaws.com' }, Condition: { ArnEquals: { 'aws:SourceArn': rule.arn } } },
    ],
  });

  expect(await listTargetsByRule(rule).toArray()).toMatchObject([{ id: 'sqs-routed-local', arn: queueArn }]);
  await removeTarget(target);
  expect(await listTargetsByRule('routed-local').toArray()).toEqual([]);
  await deleteRule(rule);
  await deleteQueue(queueUrl);
});

it('transforms the event for a target, and removes the targets with the rule', async () => {
  const { queueUrl } = await createQueue('transformed-local');
  const { queueArn } = await describeQueue(queueUrl);
  await putRule({ name: 'transform-local', eventPattern: { source: ['shop.local'] } });
  const inputTransformer = { inputPathsMap: { order: '$.detail.orderId' }, inputTemplate: '{"order": <order>}' };
  await putTarget({ rule: 'transform-local', arn: queueArn, inputTransformer, maximumRetryAttempts: 2 });
  await putEvent({ ...order, detail: { orderId: 42 } });
  const [message] = await receiveMessages({ queueUrl, ...quick }).toArray();
  expect(JSON.parse(message?.body ?? '')).toEqual({ order: 42 });
  expect(await listTargetsByRule('transform-local').toArray()).toMatchObject([
    { inputTransformer, maximumRetryAttempts: 2 },
  ]);
  await deleteRule('transform-local');
  await expect(describeRule('transform-local')).rejects.toThrow(NotFoundError);
  await deleteQueue(queueUrl);
});

it('sends nothing while the rule is disabled', async () => {
  const { queueUrl } = await createQueue('disabled-local');
  const { queueArn } = await describeQueue(queueUrl);
  const rule = await putRule({ name: 'disabled-local', eventPattern: { source: ['shop.local'] }, state: 'DISABLED' });
  await putTarget({ rule, arn: queueArn, input: { fixed: true } });
  await putEvent({ ...order, detail: {} });
  await enableRule(rule);
  expect(await describeRule(rule)).toMatchObject({ state: 'ENABLED', eventPattern: { source: ['shop.local'] } });
  await putEvent({ ...order, detail: {} });
  await disableRule(rule);
  const received = await receiveMessages({ queueUrl, ...quick }).toArray();
  expect(received.map(({ body }) => body)).toEqual(['{"fixed":true}']);
  const rules = await listRules({ namePrefix: 'disabled-' }).toArray();
  expect(rules.map(({ name, state }) => [name, state])).toEqual([['disabled-local', 'DISABLED']]);
  await deleteRule(rule);
  await deleteQueue(queueUrl);
});

it('publishes events to a topic, whose policy allows EventBridge to publish', async () => {
  const { queueUrl } = await createQueue('published-local');
  const { queueArn } = await describeQueue(queueUrl);
  const topic = await createTopic('published-local');
  await subscribeToTopic({ topicArn: topic.topicArn, endpoint: queueArn, rawMessageDelivery: true });
  const rule = await putRule({ name: 'published-local', eventPattern: { source: ['shop.local'] } });
  await putTarget({ rule, arn: topic.topicArn, inputPath: '$.detail' });
  await putEvent({ ...order, detail: { orderId: 42 } });
  const [message] = await receiveMessages({ queueUrl, ...quick }).toArray();
  expect(JSON.parse(message?.body ?? '')).toEqual({ orderId: 42 });
  const { policy } = await describeTopic(topic);
  // The default statement of SNS for the account remains.
  expect(policy?.['Statement']).toMatchObject([
    { Sid: '__default_statement_ID' },
    { Principal: { Service: 'events.amazonaws.com' }, Action: 'sns:Publish' },
  ]);
  await deleteRule(rule);
  await deleteTopic(topic);
  await deleteQueue(queueUrl);
});
