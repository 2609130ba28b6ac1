import {
  type AwsInput,
  iamPropagation,
  input,
  noOutput,
  notFound,
  operation,
  type Operation,
  z,
} from '@arch/core/builder';
import { eventBridge, ruleResources } from '@arch/services/event-bridge';
import { PutTargetsCommand } from '@aws-sdk/client-eventbridge';

import { checkFailedTargets } from '../check-failed-targets.js';
import type { TargetReference } from './target-reference.js';
import type { TargetSettings } from './target-settings.js';

/** The input of `requestTarget`. */
export interface RequestTargetInput extends AwsInput {
  readonly target: TargetReference & TargetSettings;
  /** `target.input` as JSON. */
  readonly inputText: string | undefined;
}

/** Sends the last request of `putTarget`. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html */
export const requestTarget: Operation<RequestTargetInput, void> = operation(() => ({
  name: 'putTarget',
  service: eventBridge,
  command: PutTargetsCommand,
  propagates: iamPropagation,
  repeatable: true,
  permissions: [
    { action: 'events:PutTargets', resources: ruleResources },
    { action: 'iam:PassRole', resources: ['arn:aws:iam::*:role/{roleArn}'], with: 'roleArn' },
  ],
  input: input<RequestTargetInput>({
    target: z.custom<RequestTargetInput['target']>(),
    inputText: z.optional(z.string()),
  }),
  output: noOutput(),
  request: ({ target, inputText }) => ({
    Rule: target.rule,
    EventBusName: target.eventBusName,
    Targets: [toAwsTarget(target, inputText)],
  }),
  select: ({ FailedEntries }) => {
    checkFailedTargets('putTarget', FailedEntries);
    return {};
  },
  errors: { ResourceNotFoundException: notFound({ resource: 'rule' }) },
}));

const toAwsTarget = (
  target: RequestTargetInput['target'],
  inputText: string | undefined,
): NonNullable<ConstructorParameters<typeof PutTargetsCommand>[0]['Targets']>[number] => {
  const { inputTransformer, deadLetterQueueArn, maximumRetryAttempts, maximumEventAgeSeconds, messageGroupId } = target;
  const retries = { MaximumRetryAttempts: maximumRetryAttempts, MaximumEventAgeInSeconds: maximumEventAgeSeconds };
  return {
    Id: target.id,
    Arn: target.arn,
    RoleArn: target.roleArn,
    Input: inputText,
    InputPath: target.inputPath,
    ...(inputTransformer && {
      InputTransformer: {
        InputPathsMap: inputTransformer.inputPathsMap,
        InputTemplate: inputTransformer.inputTemplate,
      },
    }),
    ...(deadLetterQueueArn && { DeadLetterConfig: { Arn: deadLetterQueueArn } }),
    ...((maximumRetryAttempts ?? maximumEventAgeSeconds) !== undefined && { RetryPolicy: retries }),
    ...(messageGroupId && { SqsParameters: { MessageGroupId: messageGroupId } }),
  };
};
