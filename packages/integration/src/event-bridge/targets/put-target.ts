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
  /**
   * ID of the target, unique within the rule, 1–64 letters, digits, `.`, `-` and `_`. An existing target with this ID is replaced. Default:
   * derived from the ARN of the target.
   */
  readonly id?: string | undefined;
  /**
   * Whether the policies of the function, queue or topic, and of the dead-letter queue, get a statement that allows the rule to use them.
   * Default: `true`.
   */
  readonly addPermission?: boolean | undefined;
}

/**
 * Adds a target to a rule, which can have five by default. To allow EventBridge to use a function, queue or topic, adds a statement for this
 * rule to its policy. In the policy of a topic, the statement is for EventBridge in general, because its requests contain nothing that a
 * condition could compare. The statement remains after the target is removed. A change of a queue's policy takes up to a minute. Until then,
 * EventBridge does not retry deliveries, and events without a dead-letter queue are lost. EventBridge cannot use a queue or topic that is
 * encrypted with an AWS managed KMS key, such as `alias/aws/sqs`.
 *
 * @example
 * await putTarget({ rule: 'orders', arn: queueArn, inputPath: '$.detail', deadLetterQueueArn });
 * @throws {NotFoundError} there is no such rule, function, queue or topic.
 * @throws {QuotaExceededError} the rule has reached its quota of targets, or a policy has reached its maximum length.
 * @throws {ConflictError} an AWS service created the rule, or another request is changing it.
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
    // EventBridge rejects concurrent changes of one rule.
    const key = `rule ${names.eventBusName ?? 'default'} ${names.rule}`;
    await withPermits(grants, () => runInSequence(key, put, options), { ...steps, options });
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

/** The default ID of a target. It is always the same for an ARN, so that a rule contains a target once. */
const idFrom = (arn: string): string => {
  const { service, resource } = arnParts(arn);
  const id = `${service}-${resource.replaceAll(/[^\w.-]+/g, '-')}`;
  return id.length <= 64
    ? id
    : `${id.slice(0, 55)}-${nodeCrypto().createHash('sha256').update(arn).digest('hex').slice(0, 8)}`;
};

/** The permissions that EventBridge needs for the target and the dead-letter queue. */
const grantsFor = async (
  ruleOfTarget: RuleOfTarget,
  { arn, deadLetterQueueArn }: TargetSettings,
  options: CallOptions,
): Promise<readonly Grant[]> => {
  const needsPolicy = ['lambda', 'sqs', 'sns'].includes(arnParts(arn).service);
  const used = [...(needsPolicy ? [arn] : []), ...(deadLetterQueueArn ? [deadLetterQueueArn] : [])];
  if (used.length === 0) return [];
  const { rule } = ruleOfTarget;
  const { arn: sourceArn } = typeof rule === 'string' ? await findRule(namesOf(ruleOfTarget), options) : rule;
  return used.map((resourceArn) => ({ resourceArn, service: 'events.amazonaws.com', sourceArn }));
};
