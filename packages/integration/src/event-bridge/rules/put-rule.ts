import {
  arn,
  type AwsInput,
  iamPropagation,
  input,
  notFound,
  operation,
  type Operation,
  tagRecord,
  type Tags,
  text,
  toTagList,
  z,
  type Open,
} from '@arch/core/builder';
import { eventBridge, eventBusName, isDefaultBus, ruleResources } from '@arch/services/event-bridge';
import { PutRuleCommand } from '@aws-sdk/client-eventbridge';

import { pattern, type Pattern, patternText } from '../pattern.js';
import { ruleName, ruleReference, type RuleReference } from '../rule-reference.js';
import { ruleStates } from './rule.js';
import { scheduleExpression } from './schedule-expression.js';

export interface PutRuleInput extends AwsInput {
  /** 1–64 letters, digits, `.`, `-` and `_`. */
  readonly name: string;
  /** What an event has to look like: lists of what is accepted. Either this or a schedule, or both. */
  readonly eventPattern?: Pattern | undefined;
  /** e.g. `rate(5 minutes)` or `cron(0 9 ? * MON-FRI *)`, in UTC. Only on the default bus. */
  readonly scheduleExpression?: string | undefined;
  /** Name or ARN of the bus. Default: the account's own, `default`, which has AWS's events too. */
  readonly eventBusName?: string | undefined;
  /** Default `ENABLED`. */
  readonly state?: Open<(typeof ruleStates)[number]> | undefined;
  /** Up to 512 characters. */
  readonly description?: string | undefined;
  /** The role of targets that have none. Functions, queues and topics need none. */
  readonly roleArn?: string | undefined;
  /** Of a new rule; AWS takes no notice of them where there is a rule of that name. */
  readonly tags?: Tags | undefined;
}

/**
 * Makes a rule, or replaces the one of that name: what is not named is then gone, a `DISABLED` state too; its targets stay. It does nothing
 * until `putTarget` gives it a target. A change takes up to a minute to show.
 *
 * @example
 * const rule = await putRule({ name: 'orders', eventPattern: { source: ['shop.orders'], detail: { total: [{ numeric: ['>', 100] }] } } });
 * @throws {NotFoundError} there is no such bus.
 * @throws {InvalidRequestError} EventBridge does not understand the pattern; it says where.
 * @throws {QuotaExceededError} the bus has as many rules as it may have, 300 by default.
 * @throws {ConflictError} an AWS service made the rule of that name, or another request is changing it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
 */
export const putRule: Operation<
  PutRuleInput,
  RuleReference,
  { on: 'eventBusName' | 'roleArn' | 'ruleName'; with: 'roleArn' | 'tags' }
> = operation(() => ({
  name: 'putRule',
  service: eventBridge,
  command: PutRuleCommand,
  repeatable: true,
  propagates: iamPropagation,
  permissions: [
    { action: 'events:PutRule', resources: ruleResources },
    { action: 'events:TagResource', resources: ruleResources, with: 'tags' },
    { action: 'iam:PassRole', resources: ['arn:aws:iam::*:role/{roleArn}'], with: 'roleArn' },
  ],
  input: input<PutRuleInput>({
    name: ruleName(),
    eventPattern: z.optional(pattern("{ source: ['shop.orders'] }")),
    scheduleExpression: z.optional(scheduleExpression()),
    eventBusName: z.optional(eventBusName()),
    state: z.optional(z.enum(ruleStates)),
    description: z.optional(text(0, 512)),
    roleArn: z.optional(arn('iam')),
    tags: z.optional(tagRecord()),
  }).check(
    z.refine(
      ({ eventPattern, scheduleExpression }) => eventPattern !== undefined || scheduleExpression !== undefined,
      'eventPattern, scheduleExpression or both',
    ),
    z.refine(({ scheduleExpression, eventBusName }) => scheduleExpression === undefined || isDefaultBus(eventBusName), {
      path: ['eventBusName'],
      error: 'the default event bus if there is a scheduleExpression',
    }),
  ),
  output: ruleReference(),
  request: ({ name, eventPattern, tags }) => ({
    Name: name,
    ...(eventPattern && {
      EventPattern: patternText(eventPattern, { operation: 'putRule', place: 'eventPattern' }, 4_096),
    }),
    ...(tags && { Tags: toTagList(tags) }),
  }),
  errors: { ResourceNotFoundException: notFound({ resource: 'event bus', member: 'eventBusName' }) },
}));
