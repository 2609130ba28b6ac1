import { type AwsResource, from, resource, type Schema, z } from '@arch/core/builder';
import { GetQueueUrlResult$ } from '@aws-sdk/client-sqs';

/** A queue by its URL, as every function about a queue takes it. */
export interface QueueReference extends AwsResource {
  /** e.g. `https://sqs.eu-west-1.amazonaws.com/123456789012/orders`. */
  readonly queueUrl: string;
  readonly queueName: string;
}

/** Parses the URL of a queue. */
export const queueReference = (): Schema<QueueReference> =>
  resource<QueueReference>(GetQueueUrlResult$, {
    queueUrl: z.string(),
    queueName: from('QueueUrl', { type: z.string(), read: (url) => (typeof url === 'string' ? nameInUrl(url) : url) }),
  });

/** The name of a queue: the last step of its URL. */
export const nameInUrl = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
