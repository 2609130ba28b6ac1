import { type AwsResource, from, resource, type Schema, z } from '@arch/core/builder';
import { nameInArn } from '@arch/services/sns';
import { CreateTopicResponse$ } from '@aws-sdk/client-sns';

/** The ARN and name of a topic. */
export interface TopicReference extends AwsResource {
  /** ARN of the topic, e.g. `arn:aws:sns:eu-west-1:123456789012:orders`. */
  readonly topicArn: string;
  /** Name of the topic: the last part of the ARN. */
  readonly name: string;
}

/** Parses the ARN of a topic. */
export const topicReference = (): Schema<TopicReference> =>
  resource<TopicReference>(CreateTopicResponse$, {
    topicArn: z.string(),
    name: from('TopicArn', { type: z.string(), read: (arn) => (typeof arn === 'string' ? nameInArn(arn) : arn) }),
  });
