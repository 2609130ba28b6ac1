import { InvalidInputError } from '@arch/core';
import {
  type AwsInput,
  type CallOptions,
  checkAwsMembers,
  input,
  type Operation,
  task,
  z,
  nodeCrypto,
  jsonText,
} from '@arch/core/builder';
import { PutTargetsCommand } from '@aws-sdk/client-eventbridge';

import { arnParts } from '../../arn-parts.js';
import { runInSequence } from '../../resource-policies/run-in-sequence.js';
import { functionAndQueueUses, topicUses, withPermits } from '../../resource-policies/permit.js';
import type { Grant } from '../../resource-policies/policy.js';
import { findRule } from './find-rule.js';
import { requestTarget } from './request-target.js';
import { namesOf, type RuleOfTarget, ruleOfTargetFields, targetId, type TargetReference } from './target-reference.js';
import { targetChecks, targetFields, type TargetSettings } from './target-settings.js';

export interface PutTargetInput extends RuleOfTarget, TargetSettings, AwsInput {
  /** Unique within the rule, 1–64 letters, digits, `.`, `-` and `_`; one that is there is replaced. Default: made of the target's ARN. */
  readonly id?: string | undefined;
  /** Adds to the policies of the function, queue or topic, and of the dead-letter queue, what lets the rule use them. Default `true`. */
  readonly addPermission?: boolean | undefined;
}

/**
 * Gives a rule a target, at most five by default, and lets EventBridge use it: by a statement in the policy of the function, queue or topic,
 * for this rule only (in a topic's, for EventBridge as a whole: it meets no condition). The statement stays when the target is removed. A
 * queue's policy takes up to a minute to work: until then events are not tried again, and lost without a dead-letter queue. EventBridge
 * cannot use a queue or topic that is encrypted with AWS's own KMS key, such as `alias/aws/sqs`.
 *
 * @example
 * await putTarget({ rule: 'orders', arn: queueArn, inputPath: '$.detail', deadLetterQueueArn });
 * @throws {NotFoundError} there is no such rule, function, queue or topic.
 * @throws {QuotaExceededError} the rule has as many targets as it may have, or the policy is as long as it may be.
 * @throws {ConflictError} an AWS service made the rule, or another request is changing it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html
 */
export const putTarget: Operation<
  PutTargetInput,
  TargetReference,
  {
    on: 'eventBusName' | 'functionName' | 'queueName' | 'queueUrl' | 'roleArn' | 'ruleName' | 'topicArn';
    with: 'roleArn';
  }
> = task(() => ({
  name: 'putTarget',
  input: input<PutTargetInput>({
    ...ruleOfTargetFields(),
    ...targetFields(),
    id: z.optional(targetId()),
    addPermission: z.optional(z.boolean()),
  }).check(...targetChecks<PutTargetInput>()),
  uses: [requestTarget, findRule, ...functionAndQueueUses(), ...topicUses()],
  timeoutMs: 120_000,
  run: async ({ rule, eventBusName, addPermission = true, id, aws, ...settings }, options, steps) => {
    checkAwsMembers('putTarget', PutTargetsCommand, aws);
    const inputText = settings.input === undefined ? undefined : inputTextOf(settings.input);
    const names = namesOf({ rule, eventBusName });
    const reference = { ...names, id: id ?? idFrom(settings.arn), arn: settings.arn };
    const grants = addPermission ? await grantsFor({ rule, eventBusName }, settings, options) : [];
    const put = (): Promise<void> => requestTarget({ target: { ...settings, ...reference }, inputText, aws }, options);
    // EventBridge refuses what it is told of one rule at the same time.
    const name = `rule ${names.eventBusName ?? 'default'} ${names.rule}`;
    await withPermits(grants, () => runInSequence(name, put, options), { ...steps, options });
    return reference;
  },
}));

const inputTextOf = (value: unknown): string => {
  const text = jsonText(value, { operation: 'putTarget', place: 'input' });
  if (text.length <= 8_192) return text;
  throw new InvalidInputError(
    `putTarget: input must have at most 8,192 characters as JSON (got ${text.length.toLocaleString('en-US')}).`,
    { operation: 'putTarget' },
  );
};

/** The same target has the same ID, so that it is put once. */
const idFrom = (arn: string): string => {
  const { service, resource } = arnParts(arn);
  const id = `${service}-${resource.replaceAll(/[^\w.-]+/g, '-')}`;
  return id.length <= 64
    ? id
    : `${id.slice(0, 55)}-${nodeCrypto().createHash('sha256').update(arn).digest('hex').slice(0, 8)}`;
};

/** What EventBridge has to be allowed, on behalf of the rule. */
const grantsFor = async (
  whose: RuleOfTarget,
  { arn, deadLetterQueueArn }: TargetSettings,
  options: CallOptions,
): Promise<readonly Grant[]> => {
  const byPolicy = ['lambda', 'sqs', 'sns'].includes(arnParts(arn).service);
  const used = [...(byPolicy ? [arn] : []), ...(deadLetterQueueArn ? [deadLetterQueueArn] : [])];
  if (used.length === 0) return [];
  const { rule } = whose;
  const { arn: sourceArn } = typeof rule === 'string' ? await findRule(namesOf(whose), options) : rule;
  return used.map((resourceArn) => ({ resourceArn, service: 'events.amazonaws.com', sourceArn }));
};
