import {
  alreadyExists,
  type AwsInput,
  arn,
  input,
  operation,
  type Operation,
  tagRecord,
  type Tags,
  text,
  toTagList,
  z,
} from '@arch/core/builder';
import { eventBridge } from '@arch/services/event-bridge';
import { CreateEventBusCommand } from '@aws-sdk/client-eventbridge';

import { eventBusReference, type EventBusReference } from './event-bus.js';

export interface CreateEventBusInput extends AwsInput {
  /** 1–256 letters, digits, `.`, `-` and `_`. */
  readonly name: string;
  /** Up to 512 characters. */
  readonly description?: string | undefined;
  /** Encrypts events with a KMS key of the account's own: its ID, ARN or alias. Default: a key that AWS owns, which costs nothing. */
  readonly kmsKeyIdentifier?: string | undefined;
  /** A standard queue for events that cannot be encrypted or decrypted with the key. */
  readonly deadLetterQueueArn?: string | undefined;
  readonly tags?: Tags | undefined;
}

/**
 * Makes an event bus for your own events, apart from AWS's, which all go to the default bus. Only the account's users and roles may put events
 * on it.
 *
 * @example
 * const { name } = await createEventBus('shop');
 * await putEvent({ eventBusName: name, source: 'shop.orders', detailType: 'OrderPlaced', detail: { orderId: 42 } });
 * @throws {AlreadyExistsError} there is a bus of that name in this region.
 * @throws {QuotaExceededError} the account has as many buses as it may have, 100 by default.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html
 */
export const createEventBus: Operation<
  string | CreateEventBusInput,
  EventBusReference,
  { on: 'eventBusName'; with: 'tags' }
> = operation(() => ({
  name: 'createEventBus',
  service: eventBridge,
  command: CreateEventBusCommand,
  repeatable: 'refused',
  permissions: [
    { action: 'events:CreateEventBus', resources: ['event-bus'] },
    { action: 'events:TagResource', resources: ['event-bus'], with: 'tags' },
  ],
  key: 'name',
  input: input<CreateEventBusInput>({
    name: z
      .string()
      .check(z.regex(/^(?!default$)[.\-\w]{1,256}$/, '1–256 letters, digits, ., - and _, and not default')),
    description: z.optional(text(0, 512)),
    kmsKeyIdentifier: z.optional(text(1, 2_048)),
    deadLetterQueueArn: z.optional(arn('sqs')),
    tags: z.optional(tagRecord()),
  }),
  output: eventBusReference(),
  request: ({ name, deadLetterQueueArn, tags }) => ({
    Name: name,
    ...(deadLetterQueueArn && { DeadLetterConfig: { Arn: deadLetterQueueArn } }),
    ...(tags && { Tags: toTagList(tags) }),
  }),
  errors: { ResourceAlreadyExistsException: alreadyExists({ resource: 'event bus', member: 'name' }) },
}));
