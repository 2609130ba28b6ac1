import { type AwsInput, input, noOutput, operation, type Operation, z } from '@arch/core/builder';
import { sns } from '@arch/services/sns';
import { SetTopicAttributesCommand } from '@aws-sdk/client-sns';

/** One attribute of a topic under SNS's name. */
export interface RequestTopicAttributeInput extends AwsInput {
  readonly topicArn: string;
  readonly attributeName: string;
  readonly attributeValue: string;
}

/** Sends the request that changes one attribute of a topic. https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html */
export const requestTopicAttribute: Operation<RequestTopicAttributeInput, void> = operation(() => ({
  service: sns,
  command: SetTopicAttributesCommand,
  permissions: [{ action: 'sns:SetTopicAttributes', resources: ['topic'] }],
  key: 'topicArn',
  input: input<RequestTopicAttributeInput>({
    topicArn: z.string(),
    attributeName: z.string(),
    attributeValue: z.string(),
  }),
  output: noOutput(),
}));
