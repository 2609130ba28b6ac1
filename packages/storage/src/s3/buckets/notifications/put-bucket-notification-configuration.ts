import { type AwsInput, input, noOutput, operation, type Operation, text, z } from '@arch/core/builder';
import { bucketName, s3 } from '@arch/services/s3';
import { PutBucketNotificationConfigurationCommand } from '@aws-sdk/client-s3';

import { type NotificationDestination, toNotificationConfiguration } from './bucket-notification-configuration.js';

export interface PutBucketNotificationConfigurationInput extends AwsInput {
  readonly bucket: string;
  /** Lets EventBridge hear of everything; its rules choose. Default `false`. */
  readonly eventBridge?: boolean | undefined;
  /** Functions, queues and topics, at most 100. Two must not hear of the same objects: their prefixes and suffixes must not overlap. */
  readonly destinations?: readonly NotificationDestination[] | undefined;
}

/**
 * Says who hears of what happens in a bucket, and replaces what was said before: nothing turns it off. It takes about five minutes until
 * EventBridge hears of everything. A function, queue or topic has to let `s3.amazonaws.com` use it before, by its own policy, and hears of a
 * change within seconds, mostly once.
 *
 * @example
 * await putBucketNotificationConfiguration({ bucket: 'uploads', eventBridge: true });
 * @throws {NotFoundError} there is no such bucket.
 * @throws {InvalidRequestError} a destination is not there, or does not let S3 use it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html
 */
export const putBucketNotificationConfiguration: Operation<PutBucketNotificationConfigurationInput, void> = operation(
  () => ({
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
        remedy: 'The function, queue or topic has to be there, and to let s3.amazonaws.com use it by its own policy.',
      },
    },
  }),
);

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
