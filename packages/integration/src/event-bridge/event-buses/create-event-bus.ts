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
  /** Name, 1–256 letters, digits, `.`, `-` and `_`. */
  readonly name: string;
  /** Description, up to 512 characters. */
  readonly description?: string | undefined;
  /** ID, ARN or alias of the customer managed KMS key that encrypts events. Default: a key that AWS owns, at no cost. */
  readonly kmsKeyIdentifier?: string | undefined;
  /** ARN of a standard queue for events that cannot be encrypted or decrypted with the KMS key. */
  readonly deadLetterQueueArn?: string | undefined;
  /** Tags of the event bus. */
  readonly tags?: Tags | undefined;
}

/**
 * Creates an event bus for your own events. Events of AWS services are always sent to the default event bus. Only identities of the account
 * can put events on the new bus.
 *
 * @example
 * const { name } = await createEventBus('shop');
 * await putEvent({ eventBusName: name, source: 'shop.orders', detailType: 'OrderPlaced', detail: { orderId: 42 } });
 * @throws {AlreadyExistsError} an event bus with this name exists in this region.
 * @throws {QuotaExceededError} the account has reached its quota of event buses, 100 by default.
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
      .check(z.regex(/^(?!default$)[.\-\w]{1,256}$/, '1–256 letters, digits, ., - and _, except the name default')),
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
