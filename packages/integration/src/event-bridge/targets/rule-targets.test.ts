import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { putRule } from '../rules/index.js';
import { account, functionArn, inputOf, queueArn, ready, ruleArn, sent } from './__fixtures__/ready-for-targets.js';
import { listTargetsByRule, putTarget, type PutTargetInput, removeTarget } from './index.js';

it('allows the rule to invoke a function, then adds the target', async () => {
  await using aws = ready();
  const target = await putTarget({ rule: 'orders', arn: functionArn }, { session: aws.session });
  expect(target).toEqual({ rule: 'orders', id: 'lambda-function-ship', arn: functionArn });
  expect(sent(aws)).toEqual(['DescribeRule', 'AddPermission', 'PutTargets']);
  expect(inputOf(aws, 'AddPermission')).toEqual({
    FunctionName: functionArn,
    StatementId: expect.stringMatching(/^arch[0-9a-f]{24}$/) as string,
    Action: 'lambda:InvokeFunction',
    Principal: 'events.amazonaws.com',
    SourceArn: ruleArn,
  });
  expect(inputOf(aws, 'PutTargets')).toEqual({
    Rule: 'orders',
    Targets: [{ Id: 'lambda-function-ship', Arn: functionArn }],
  });
});

it('accepts a rule that putRule returned, and does not request its ARN', async () => {
  await using aws = ready();
  aws.on('PutRule', { RuleArn: `arn:aws:events:${account}:rule/shop/orders` });
  const rule = await putRule({ name: 'orders', eventPattern: { source: ['shop'] } }, { session: aws.session });
  const target = await putTarget({ rule, arn: functionArn, id: 'ship' }, { session: aws.session });
  await removeTarget(target, { session: aws.session });
  expect(sent(aws)).toEqual(['PutRule', 'AddPermission', 'PutTargets', 'RemoveTargets']);
  expect(inputOf(aws, 'AddPermission')).toMatchObject({ SourceArn: `arn:aws:events:${account}:rule/shop/orders` });
  expect(inputOf(aws, 'PutTargets')).toMatchObject({ Rule: 'orders', EventBusName: 'shop' });
  expect(inputOf(aws, 'RemoveTargets')).toEqual({ Rule: 'orders', EventBusName: 'shop', Ids: ['ship'] });
});

it('sends all settings of a target', async () => {
  await using aws = ready();
  const inputTransformer = { inputPathsMap: { order: '$.detail.orderId' }, inputTemplate: '{"order": <order>}' };
  const retries = { maximumRetryAttempts: 3, maximumEventAgeSeconds: 600 };
  const more = { inputTransformer, ...retries, deadLetterQueueArn: `arn:aws:sqs:${account}:lost` };
  const input = { rule: 'orders', arn: `${queueArn}.fifo`, messageGroupId: 'one', addPermission: false, ...more };
  await putTarget(input, { session: aws.session });
  expect(sent(aws)).toEqual(['PutTargets']);
  expect(inputOf(aws, 'PutTargets')['Targets']).toEqual([
    {
      Id: 'sqs-orders.fifo',
      Arn: `${queueArn}.fifo`,
      InputTransformer: { InputPathsMap: { order: '$.detail.orderId' }, InputTemplate: '{"order": <order>}' },
      DeadLetterConfig: { Arn: `arn:aws:sqs:${account}:lost` },
      RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 600 },
      SqsParameters: { MessageGroupId: 'one' },
    },
  ]);
  await putTarget({ rule: 'orders', arn: functionArn, input: { kind: 'tick' } }, { session: aws.session });
  expect(inputOf(aws, 'PutTargets')['Targets']).toMatchObject([{ Input: '{"kind":"tick"}' }]);
});

it('adds no permission for an unknown rule', async () => {
  await using aws = ready();
  aws.on('DescribeRule', awsError('ResourceNotFoundException', 'Rule orders does not exist.'));
  const call = putTarget({ rule: 'orders', arn: functionArn }, { session: aws.session });
  await expect(call).rejects.toThrow(NotFoundError);
  await expect(call).rejects.toThrow('rule orders does not exist in this account and region');
  expect(sent(aws)).toEqual(['DescribeRule']);
});

it.each<[string, Partial<PutTargetInput>, RegExp]>([
  ['two inputs', { input: 1, inputPath: '$.detail' }, /provide at most one of input, inputPath and inputTransformer/],
  ['a path with brackets', { inputPath: "$['detail']" }, /a path with dots/],
  ['a FIFO queue without a group', { arn: `${queueArn}.fifo` }, /for a FIFO queue/],
  ['a message group for a function', { messageGroupId: 'one' }, /provide messageGroupId only for a queue/],
  ['a FIFO dead-letter queue', { deadLetterQueueArn: `${queueArn}.fifo` }, /a standard queue/],
  ['too many retries', { maximumRetryAttempts: 186 }, /at most 185/],
  ['a maximum age that is too short', { maximumEventAgeSeconds: 59 }, /at least 60/],
  [
    'an input that is too long',
    { input: 'x'.repeat(8_192) },
    /input must have at most 8,192 characters as JSON \(got 8,194\)/,
  ],
  ['a name instead of an ARN', { arn: 'ship' }, /an ARN/],
  ['an ID with a space', { id: 'my target' }, /1–64 letters/],
])('rejects %s before anything is sent', async (_what, more, message) => {
  await using aws = fakeAws();
  const call = putTarget({ rule: 'orders', arn: functionArn, ...more }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});

it('lists targets with their settings', async () => {
  await using aws = fakeAws();
  aws.once('ListTargetsByRule', {
    Targets: [
      {
        Id: 'a',
        Arn: queueArn,
        Input: '{"kind":"tick"}',
        DeadLetterConfig: { Arn: queueArn },
        RetryPolicy: { MaximumRetryAttempts: 3 },
        SqsParameters: { MessageGroupId: 'one' },
      },
    ],
    NextToken: 'more',
  });
  aws.once('ListTargetsByRule', { Targets: [{ Id: 'b', Arn: functionArn, InputTransformer: { InputTemplate: '1' } }] });
  const rule = { name: 'orders', arn: ruleArn, eventBusName: 'shop', aws: {} };
  expect(await listTargetsByRule(rule, { session: aws.session }).toArray()).toEqual([
    {
      id: 'a',
      arn: queueArn,
      input: { kind: 'tick' },
      deadLetterQueueArn: queueArn,
      maximumRetryAttempts: 3,
      messageGroupId: 'one',
    },
    { id: 'b', arn: functionArn, inputTransformer: { inputTemplate: '1' } },
  ]);
  expect(aws.requests[0]?.input).toEqual({ Rule: 'orders', EventBusName: 'shop', Limit: 100 });
});

it('derives different IDs from long ARNs', async () => {
  await using aws = ready();
  const options = { session: aws.session };
  const long = `${functionArn}${'x'.repeat(60)}`;
  const [one, other] = await Promise.all(
    [`${long}1`, `${long}2`].map((arn) => putTarget({ rule: 'orders', arn }, options)),
  );
  expect(one?.id).toHaveLength(64);
  expect(one?.id).not.toBe(other?.id);
});
