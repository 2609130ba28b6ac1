import { type AwsResource, from, resource, type Schema, z } from '@arch/core/builder';
import { GetQueueUrlResult$ } from '@aws-sdk/client-sqs';

/** The URL and name of a queue. */
export interface QueueReference extends AwsResource {
  /** URL of the queue, e.g. `https://sqs.eu-west-1.amazonaws.com/123456789012/orders`. */
  readonly queueUrl: string;
  /** Name of the queue. */
  readonly queueName: string;
}

/** Parses the URL of a queue. */
export const queueReference = (): Schema<QueueReference> =>
  resource<QueueReference>(GetQueueUrlResult$, {
    queueUrl: z.string(),
    queueName: from('QueueUrl', { type: z.string(), read: (url) => (typeof url === 'string' ? nameInUrl(url) : url) }),
  });

/** The name of a queue: the last segment of its URL. */
export const nameInUrl = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
