import { ConflictError, InvalidInputError, NotFoundError, QuotaExceededError, ServiceError } from '@arch/core';
import { awsError, fakeAws, type FakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import {
  deleteRule,
  describeRule,
  disableRule,
  enableRule,
  listRules,
  putRule,
  type PutRuleInput,
  type Rule,
} from './index.js';

const arn = 'arn:aws:events:us-east-1:123456789012:rule/orders';
const onShop = 'arn:aws:events:us-east-1:123456789012:rule/shop/orders';
const eventPattern = { source: ['shop.orders'], detail: { total: [{ numeric: ['>', 100] }] } };
const missing = awsError('ResourceNotFoundException', 'Rule orders does not exist on EventBus default.');
const sent = (aws: FakeAws): readonly (readonly [string, unknown])[] =>
  aws.requests.map(({ operation, input }) => [operation, input]);

it('creates a rule with a pattern, and returns its names', async () => {
  await using aws = fakeAws({ answers: { PutRule: { RuleArn: arn } } });
  const input: PutRuleInput = { name: 'orders', eventPattern, state: 'DISABLED', tags: { team: 'shop' } };
  const rule = await putRule({ ...input, description: 'large ones' }, { session: aws.session });
  expect(rule).toEqual({ name: 'orders', arn, eventBusName: 'default' });
  expect(aws.requests[0]?.input).toEqual({
    Name: 'orders',
    EventPattern: JSON.stringify(eventPattern),
    State: 'DISABLED',
    Description: 'large ones',
    Tags: [{ Key: 'team', Value: 'shop' }],
  });
});

it.each(['rate(1 minute)', 'rate(5 minutes)', 'rate(7 days)', 'cron(0/15 9 ? * MON-FRI *)', 'cron(0 10 L * ? 2026)'])(
  'accepts the schedule %s',
  async (scheduleExpression) => {
    await using aws = fakeAws({ answers: { PutRule: { RuleArn: arn } } });
    await putRule({ name: 'orders', scheduleExpression }, { session: aws.session });
    expect(aws.requests[0]?.input).toEqual({ Name: 'orders', ScheduleExpression: scheduleExpression });
  },
);

it.each([
  ['rate(1 minutes)'],
  ['rate(5 minute)'],
  ['rate(0 minutes)'],
  ['rate(5 seconds)'],
  ['cron(0 9 * * * *)'],
  ['cron(0 9 ? * ? *)'],
  ['cron(0 9 * * MON)'],
  ['every day'],
])('rejects the schedule %s before anything is sent', async (scheduleExpression) => {
  await using aws = fakeAws();
  const call = putRule({ name: 'orders', scheduleExpression }, { session: aws.session });
  await expect(call).rejects.toThrow(
    /must be rate\(1 minute\) or rate\(n minutes\) with the unit minute, hour or day, or cron/,
  );
  expect(aws.requests).toEqual([]);
});

it.each<[string, Partial<PutRuleInput>, RegExp]>([
  ['neither pattern nor schedule', {}, /provide eventPattern, scheduleExpression or both/],
  [
    'a value that is not a list',
    { eventPattern: { source: 'shop' } },
    /eventPattern: provide an object whose values are lists of accepted values or nested objects, e\.g\. \{ source: \['shop\.orders'\] \}/,
  ],
  ['an empty pattern', { eventPattern: {} }, /whose values are lists/],
  ['an empty list', { eventPattern: { source: [] } }, /whose values are lists/],
  ['a pattern that is too long', { eventPattern: { source: ['x'.repeat(4_096)] } }, /at most 4,096 characters/],
  [
    'a schedule on another event bus',
    { scheduleExpression: 'rate(1 day)', eventBusName: 'shop' },
    /eventBusName must be the default event bus if scheduleExpression is set \(got "shop"\)/,
  ],
  ['a name with a space', { name: 'my orders', eventPattern }, /1–64 letters/],
])('rejects %s before anything is sent', async (_what, more, message) => {
  await using aws = fakeAws();
  const call = putRule({ name: 'orders', ...more }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});

it("quotes AWS's reason for an invalid pattern", async () => {
  await using aws = fakeAws();
  aws.on(
    'PutRule',
    awsError('InvalidEventPatternException', 'Event pattern is not valid. Reason: Unrecognized match.'),
  );
  const call = putRule({ name: 'orders', eventPattern }, { session: aws.session });
  await expect(call).rejects.toThrow(ServiceError);
  await expect(call).rejects.toThrow('Unrecognized match');
});

it.each([
  ['LimitExceededException', QuotaExceededError, 'the account has reached a quota'],
  ['ResourceNotFoundException', NotFoundError, 'event bus shop does not exist in this account and region'],
  ['ManagedRuleException', ConflictError, 'An AWS service created this rule'],
  ['ConcurrentModificationException', ConflictError, 'call again'],
])('translates %s', async (code, kind, words) => {
  await using aws = fakeAws({ answers: { PutRule: awsError(code, 'No.') } });
  const call = putRule({ name: 'orders', eventBusName: 'shop', eventPattern }, { session: aws.session });
  await expect(call).rejects.toThrow(kind);
  await expect(call).rejects.toThrow(words);
});

it('describes a rule, with its pattern as an object', async () => {
  await using aws = fakeAws();
  aws.on('DescribeRule', {
    Name: 'orders',
    Arn: onShop,
    EventBusName: 'shop',
    State: 'ENABLED',
    EventPattern: JSON.stringify(eventPattern),
    Description: '',
    CreatedBy: '123456789012',
  });
  const rule = await describeRule({ name: 'orders', eventBusName: 'shop' }, { session: aws.session });
  expect(rule).toEqual({ name: 'orders', arn: onShop, eventBusName: 'shop', state: 'ENABLED', eventPattern });
  expect(aws.requests[0]?.input).toEqual({ Name: 'orders', EventBusName: 'shop' });
});

it('accepts rules that earlier calls returned, with their event bus', async () => {
  await using aws = fakeAws({ answers: { PutRule: { RuleArn: onShop }, EnableRule: {}, DisableRule: {} } });
  const rule = await putRule({ name: 'orders', eventBusName: 'shop', eventPattern }, { session: aws.session });
  expect(rule.eventBusName).toBe('shop');
  await disableRule(rule, { session: aws.session });
  await enableRule(rule, { session: aws.session });
  await enableRule('orders', { session: aws.session });
  expect(sent(aws).slice(1)).toEqual([
    ['DisableRule', { Name: 'orders', EventBusName: 'shop' }],
    ['EnableRule', { Name: 'orders', EventBusName: 'shop' }],
    ['EnableRule', { Name: 'orders' }],
  ]);
});

it('throws NotFoundError with the name of an unknown rule', async () => {
  await using aws = fakeAws({ answers: { DescribeRule: missing, EnableRule: missing, DisableRule: missing } });
  const options = { session: aws.session };
  await expect(describeRule('orders', options)).rejects.toThrow(NotFoundError);
  await expect(describeRule('orders', options)).rejects.toThrow(
    'rule orders does not exist in this account and region',
  );
  await expect(enableRule('orders', options)).rejects.toThrow(NotFoundError);
  await expect(disableRule('orders', options)).rejects.toThrow(NotFoundError);
});

it('lists rules from several pages', async () => {
  await using aws = fakeAws();
  const rule = (name: string): object => ({ Name: name, Arn: `${arn}${name}`, State: 'ENABLED' });
  aws.once('ListRules', { Rules: [rule('a')], NextToken: 'more' });
  aws.once('ListRules', { Rules: [rule('b')] });
  const rules: readonly Rule[] = await listRules({ namePrefix: 'o' }, { session: aws.session }).toArray();
  expect(rules.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { NamePrefix: 'o', Limit: 100 },
    { NamePrefix: 'o', Limit: 100, NextToken: 'more' },
  ]);
});

it('removes the targets of a rule before it deletes the rule', async () => {
  await using aws = fakeAws({ answers: { RemoveTargets: { FailedEntryCount: 0 }, DeleteRule: {} } });
  const queue = 'arn:aws:sqs:us-east-1:123456789012:orders';
  aws.on('ListTargetsByRule', { Targets: ['a', 'b'].map((Id) => ({ Id, Arn: queue })) });
  await deleteRule({ name: 'orders', eventBusName: 'shop', force: true }, { session: aws.session });
  const rule = { Rule: 'orders', EventBusName: 'shop' };
  expect(sent(aws)).toEqual([
    ['ListTargetsByRule', { ...rule, Limit: 100 }],
    ['RemoveTargets', { ...rule, Ids: ['a', 'b'], Force: true }],
    ['DeleteRule', { Name: 'orders', EventBusName: 'shop', Force: true }],
  ]);
});

it('removes nothing from a rule without targets, and succeeds for an unknown rule', async () => {
  await using aws = fakeAws({ answers: { ListTargetsByRule: {}, DeleteRule: {} } });
  await deleteRule('orders', { session: aws.session });
  aws.on('ListTargetsByRule', missing);
  await deleteRule('orders', { session: aws.session });
  expect(sent(aws).map(([operation]) => operation)).toEqual([
    'ListTargetsByRule',
    'DeleteRule',
    'ListTargetsByRule',
    'DeleteRule',
  ]);
});

it('does not delete a rule if its targets cannot be removed', async () => {
  await using aws = fakeAws();
  aws.on('ListTargetsByRule', { Targets: [{ Id: 'a', Arn: 'arn:aws:sqs:us-east-1:123456789012:orders' }] });
  aws.on('RemoveTargets', {
    FailedEntryCount: 1,
    FailedEntries: [{ TargetId: 'a', ErrorCode: 'ConcurrentModificationException', ErrorMessage: 'Too many requests' }],
  });
  const call = deleteRule('orders', { session: aws.session });
  await expect(call).rejects.toThrow(ConflictError);
  await expect(call).rejects.toThrow('AWS says: Too many requests. Repeat the call.');
  expect(sent(aws).map(([operation]) => operation)).not.toContain('DeleteRule');
});
