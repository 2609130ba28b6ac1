import { type AwsInput, input, noOutput, operation, type Operation, text, z } from '@arch/core/builder';
import { bucketName, s3 } from '@arch/services/s3';
import { PutBucketNotificationConfigurationCommand } from '@aws-sdk/client-s3';

import { type NotificationDestination, toNotificationConfiguration } from './bucket-notification-configuration.js';

export interface PutBucketNotificationConfigurationInput extends AwsInput {
  /** The name of the bucket. */
  readonly bucket: string;
  /** Whether EventBridge receives all events of the bucket; rules of EventBridge select from them. Default: `false`. */
  readonly eventBridge?: boolean | undefined;
  /**
   * Lambda functions, SQS queues and SNS topics, at most 100. Two destinations must not receive the same event of the same object: their
   * prefixes or suffixes must not overlap. Default: none.
   */
  readonly destinations?: readonly NotificationDestination[] | undefined;
}

/**
 * Replaces the event notifications of a bucket. Without `eventBridge` and `destinations`, all notifications are turned off. After this call,
 * EventBridge receives events with a delay of about five minutes. The resource policy of a function, queue or topic must first allow
 * `s3.amazonaws.com` to use it. S3 usually delivers an event within seconds, and sometimes more than once.
 *
 * @example
 * await putBucketNotificationConfiguration({ bucket: 'uploads', eventBridge: true });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {InvalidRequestError} a destination does not exist, or its resource policy does not allow S3 to use it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html
 */
export const putBucketNotificationConfiguration: Operation<
  PutBucketNotificationConfigurationInput,
  void,
  { on: 'bucket' }
> = operation(() => ({
  name: 'putBucketNotificationConfiguration',
  service: s3,
  command: PutBucketNotificationConfigurationCommand,
  repeatable: true,
  permissions: [{ action: 's3:PutBucketNotification', resources: ['bucket'] }],
  key: 'bucket',
  input: input<PutBucketNotificationConfigurationInput>({
    bucket: bucketName(),
    eventBridge: z.optional(z.boolean()),
    destinations: z.optional(z.array(destination()).check(z.maxLength(100))),
  }),
  output: noOutput(),
  request: ({ bucket, eventBridge = false, destinations = [] }) => ({
    Bucket: bucket,
    NotificationConfiguration: toNotificationConfiguration(destinations, eventBridge),
  }),
  errors: {
    InvalidArgument: {
      situation: 'invalid',
      words: /Unable to validate the following destination/,
      remedy:
        'Each function, queue and topic must exist, and its resource policy must allow s3.amazonaws.com to use it.',
    },
  },
}));

const destination = (): z.ZodMiniType<NotificationDestination> =>
  z.strictObject({
    arn: z
      .string()
      .check(z.regex(/^arn:[\w-]+:(?:lambda|sqs|sns):[\w-]+:\d{12}:\S+$/, 'the ARN of a function, queue or topic')),
    events: z
      .array(z.string().check(z.regex(/^s3:\w+(?::(?:\w+|\*))?$/, 'an event such as s3:ObjectCreated:*')))
      .check(z.minLength(1)),
    prefix: z.optional(text(0, 1_024)),
    suffix: z.optional(text(0, 1_024)),
    id: z.optional(text(1, 255)),
  });
