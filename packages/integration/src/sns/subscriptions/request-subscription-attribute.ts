import { type AwsInput, input, noOutput, notFound, operation, type Operation, z } from '@arch/core/builder';
import { sns } from '@arch/services/sns';
import { SetSubscriptionAttributesCommand } from '@aws-sdk/client-sns';

/** One attribute of a subscription under SNS's name. */
export interface RequestSubscriptionAttributeInput extends AwsInput {
  readonly subscriptionArn: string;
  readonly attributeName: string;
  readonly attributeValue: string;
}

/** Sends the request that changes one attribute of a subscription. https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html */
export const requestSubscriptionAttribute: Operation<RequestSubscriptionAttributeInput, void> = operation(() => ({
  service: sns,
  command: SetSubscriptionAttributesCommand,
  permissions: [{ action: 'sns:SetSubscriptionAttributes', resources: ['topic'] }],
  key: 'subscriptionArn',
  input: input<RequestSubscriptionAttributeInput>({
    subscriptionArn: z.string(),
    attributeName: z.string(),
    attributeValue: z.string(),
  }),
  output: noOutput(),
  errors: { NotFound: notFound({ resource: 'subscription', member: 'subscriptionArn' }) },
}));
