import { type AwsResource, from, resource, type Schema, z } from '@arch/core/builder';
import { nameInArn } from '@arch/services/sns';
import { CreateTopicResponse$ } from '@aws-sdk/client-sns';

/** A topic, as every function about a topic takes it. */
export interface TopicReference extends AwsResource {
  /** e.g. `arn:aws:sns:eu-west-1:123456789012:orders`. */
  readonly topicArn: string;
  /** The last part of the ARN. */
  readonly name: string;
}

/** Parses the ARN of a topic. */
export const topicReference = (): Schema<TopicReference> =>
  resource<TopicReference>(CreateTopicResponse$, {
    topicArn: z.string(),
    name: from('TopicArn', { type: z.string(), read: (arn) => (typeof arn === 'string' ? nameInArn(arn) : arn) }),
  });
