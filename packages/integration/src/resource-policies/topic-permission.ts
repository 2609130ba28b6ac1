import { type AwsResource, input, noOutput, operation, type Operation, resource, z } from '@arch/core/builder';
import { sns } from '@arch/services/sns';
import { GetTopicAttributesCommand, GetTopicAttributesResponse$, SetTopicAttributesCommand } from '@aws-sdk/client-sns';

import { attribute, fromJson } from '../attribute.js';
import { changePolicy } from './change-policy.js';
import { type Grant, type Policy, policyRecord, type Keep, type PermitContext } from './policy.js';

const when = 'messages are published to a topic';

interface WithPolicy extends AwsResource {
  readonly policy?: Policy | undefined;
}

/** https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html */
export const getTopicPolicy: Operation<{ readonly topicArn: string }, WithPolicy> = operation(() => ({
  name: 'addPermission',
  service: sns,
  command: GetTopicAttributesCommand,
  permissions: [{ action: 'sns:GetTopicAttributes', resources: ['topic'], when }],
  input: input<{ readonly topicArn: string }>({ topicArn: z.string() }),
  output: resource<WithPolicy>(GetTopicAttributesResponse$, {
    policy: attribute('Policy', z.optional(policyRecord()), fromJson),
  }),
}));

/** https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html */
export const setTopicPolicy: Operation<{ readonly topicArn: string; readonly policy: Policy }, void> = operation(
  () => ({
    name: 'addPermission',
    service: sns,
    command: SetTopicAttributesCommand,
    permissions: [{ action: 'sns:SetTopicAttributes', resources: ['topic'], when }],
    input: input<{ readonly topicArn: string; readonly policy: Policy }>({
      topicArn: z.string(),
      policy: z.custom<Policy>(),
    }),
    output: noOutput(),
    request: ({ topicArn, policy }) => ({
      TopicArn: topicArn,
      AttributeName: 'Policy',
      AttributeValue: JSON.stringify(policy),
    }),
  }),
);

/** Allows a service to publish to a topic, unless the topic's policy already allows it. */
export const permitTopic = (grant: Grant, context: PermitContext): Promise<Keep | undefined> => {
  const topicArn = grant.resourceArn;
  return changePolicy(
    {
      grant,
      // Requests of EventBridge to SNS have no context key that a condition can compare. With a condition, SNS would reject all events.
      statement: { Action: 'sns:Publish' },
      read: async (own) => (await getTopicPolicy({ topicArn }, own)).policy,
      write: (policy, own) => setTopicPolicy({ topicArn, policy }, own),
    },
    context,
  );
};
