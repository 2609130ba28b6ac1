import type { StandardSchema } from '@arch/core';

import { eventSchema } from '../event-schema.js';
import { parseS3Event, type S3Event } from './parse-s3-event.js';

/**
 * The schema of a notification that S3 sent to an SQS queue: pass it as `schema` to `handleSqsEvent`, `parseSqsEvent`, `consumeMessages` or
 * `receiveMessages`. For a bucket that notifies an SNS topic with a queue, use `snsNotification(s3Notification())`. The test message that S3
 * sends to a new destination has no records.
 *
 * @example
 * const handler = (event: unknown) =>
 *   handleSqsEvent(event, ({ body }) => body.records.forEach(({ key }) => console.log(key)), { schema: s3Notification() });
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export const s3Notification = (): StandardSchema<S3Event> => eventSchema(parseS3Event);
