import {
  input,
  noOutput,
  operation,
  type Operation,
  type AwsResource,
  resource,
  z,
  notFound,
} from '@arch/core/builder';
import { sqs } from '@arch/services/sqs';
import {
  GetQueueAttributesCommand,
  GetQueueAttributesResult$,
  GetQueueUrlCommand,
  GetQueueUrlResult$,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';

import { arnParts } from '../arn-parts.js';
import { attribute, fromJson } from '../attribute.js';
import { type Grant, type Policy, policyRecord, type Keep, type PermitContext } from './policy.js';
import { changePolicy } from './change-policy.js';

const when = 'messages are sent to a queue';

interface Named {
  readonly queueName: string;
  readonly queueOwnerAwsAccountId: string;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html */
export const findQueueOfArn: Operation<Named, { readonly queueUrl: string }> = operation(() => ({
  name: 'addPermission',
  service: sqs,
  command: GetQueueUrlCommand,
  permissions: [{ action: 'sqs:GetQueueUrl', resources: ['queue'], when }],
  input: input<Named>({ queueName: z.string(), queueOwnerAwsAccountId: z.string() }),
  output: resource<{ readonly queueUrl: string }>(GetQueueUrlResult$, { queueUrl: z.string() }),
  errors: {
    'AWS.SimpleQueueService.NonExistentQueue': notFound({ resource: 'queue', member: 'queueName' }),
    QueueDoesNotExist: notFound({ resource: 'queue', member: 'queueName' }),
  },
}));

interface WithPolicy extends AwsResource {
  readonly policy?: Policy | undefined;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
export const getQueuePolicy: Operation<{ readonly queueUrl: string }, WithPolicy> = operation(() => ({
  name: 'addPermission',
  service: sqs,
  command: GetQueueAttributesCommand,
  permissions: [{ action: 'sqs:GetQueueAttributes', resources: ['queue'], when }],
  input: input<{ readonly queueUrl: string }>({ queueUrl: z.string() }),
  output: resource<WithPolicy>(GetQueueAttributesResult$, {
    policy: attribute('Policy', z.optional(policyRecord()), fromJson),
  }),
  request: ({ queueUrl }) => ({ QueueUrl: queueUrl, AttributeNames: ['Policy' as const] }),
}));

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
export const setQueuePolicy: Operation<{ readonly queueUrl: string; readonly policy: Policy }, void> = operation(
  () => ({
    name: 'addPermission',
    service: sqs,
    command: SetQueueAttributesCommand,
    permissions: [{ action: 'sqs:SetQueueAttributes', resources: ['queue'], when }],
    input: input<{ readonly queueUrl: string; readonly policy: Policy }>({
      queueUrl: z.string(),
      policy: z.custom<Policy>(),
    }),
    output: noOutput(),
    request: ({ queueUrl, policy }) => ({ QueueUrl: queueUrl, Attributes: { Policy: JSON.stringify(policy) } }),
  }),
);

/** Allows a service to send messages to a queue, unless the queue's policy already allows it. */
export const permitQueue = async (grant: Grant, context: PermitContext): Promise<Keep | undefined> => {
  const { accountId, resource: queueName } = arnParts(grant.resourceArn);
  const { queueUrl } = await findQueueOfArn({ queueName, queueOwnerAwsAccountId: accountId }, context.options);
  return changePolicy(
    {
      grant,
      statement: {
        Action: 'sqs:SendMessage',
        Condition: { ArnEquals: { 'aws:SourceArn': grant.sourceArn } },
      },
      read: async (own) => (await getQueuePolicy({ queueUrl }, own)).policy,
      write: (policy, own) => setQueuePolicy({ queueUrl, policy }, own),
    },
    context,
  );
};
