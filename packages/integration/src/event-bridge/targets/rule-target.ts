import { type AwsResource, optionalString, from, maybe, resource, type Schema, z } from '@arch/core/builder';
import { InputTransformer$, Target$ } from '@aws-sdk/client-eventbridge';

import { fromJson } from '../../attribute.js';

/** How a target's input is made of an event. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html */
export interface InputTransformer {
  /** JSON paths by the names that the template has for them, e.g. `{ order: '$.detail.orderId' }`: at most 100. */
  readonly inputPathsMap?: Readonly<Record<string, string>> | undefined;
  /** e.g. `{"orderId": <order>}` or `"Order <order> has come"`, up to 8,192 characters. */
  readonly inputTemplate: string;
}

/** What a rule does with the events that match it. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html */
export interface RuleTarget extends AwsResource {
  /** Unique within the rule. */
  readonly id: string;
  /** ARN of the function, queue, topic or other resource. */
  readonly arn: string;
  readonly roleArn?: string | undefined;
  /** What the target gets instead of the event. */
  readonly input?: unknown;
  /** The part of the event that the target gets. */
  readonly inputPath?: string | undefined;
  readonly inputTransformer?: InputTransformer | undefined;
  /** The queue for events that could not be delivered. */
  readonly deadLetterQueueArn?: string | undefined;
  readonly maximumRetryAttempts?: number | undefined;
  readonly maximumEventAgeSeconds?: number | undefined;
  /** The group of a message in a queue. */
  readonly messageGroupId?: string | undefined;
}

/** Parses one EventBridge `Target` structure. */
export const ruleTarget = (): Schema<RuleTarget> =>
  resource<RuleTarget>(Target$, {
    id: z.string(),
    arn: z.string(),
    roleArn: optionalString(),
    input: {
      type: z.optional(z.unknown()),
      read: (text) => (typeof text === 'string' && text !== '' ? fromJson(text) : undefined),
    },
    inputPath: optionalString(),
    inputTransformer: maybe(
      resource<InputTransformer>(InputTransformer$, {
        inputPathsMap: z.optional(z.record(z.string(), z.string())),
        inputTemplate: z.string(),
      }),
    ),
    deadLetterQueueArn: from('DeadLetterConfig.Arn', optionalString()),
    maximumRetryAttempts: from('RetryPolicy.MaximumRetryAttempts', z.optional(z.number())),
    maximumEventAgeSeconds: from('RetryPolicy.MaximumEventAgeInSeconds', z.optional(z.number())),
    messageGroupId: from('SqsParameters.MessageGroupId', optionalString()),
  });
