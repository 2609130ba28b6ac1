import type { StandardSchema } from '@arch/core';

import { eventSchema } from '../event-schema.js';
import { parseS3Event, type S3Event } from './parse-s3-event.js';

/**
 * Returns the schema of a notification that S3 sends to an SQS queue. Pass it as `schema` to `handleSqsEvent`, `parseSqsEvent`,
 * `consumeMessages` or `receiveMessages`. If S3 sends notifications to an SNS topic and the queue is subscribed to it, use
 * `snsNotification(s3Notification())`. The test message that S3 sends to a new destination has no records.
 *
 * @example
 * const handler = (event: unknown) =>
 *   handleSqsEvent(event, ({ body }) => body.records.forEach(({ key }) => console.log(key)), { schema: s3Notification() });
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export const s3Notification = (): StandardSchema<S3Event> => eventSchema(parseS3Event);
