import { type AwsResource, optionalString, from, resource, type Schema, z } from '@arch/core/builder';
import { CreateEventBusResponse$, DescribeEventBusResponse$, EventBus$ } from '@aws-sdk/client-eventbridge';

import { arnParts } from '../../arn-parts.js';
import { fromJson } from '../../attribute.js';
import { type Policy, policyRecord } from '../../resource-policies/policy.js';

/** The name and ARN of an event bus. */
export interface EventBusReference extends AwsResource {
  /** Name of the event bus: the `eventBusName` of `putEvent` and `putRule`. */
  readonly name: string;
  /** ARN of the event bus, e.g. `arn:aws:events:eu-west-1:123456789012:event-bus/shop`. */
  readonly arn: string;
}

/** An event bus in a listing. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EventBus.html */
export interface ListedEventBus extends EventBusReference {
  /** Description. Absent if there is none. */
  readonly description?: string | undefined;
  /** Resource policy, which can allow other accounts to put events on the bus. Absent if there is none. */
  readonly policy?: Policy | undefined;
  /** Creation time, in UTC. */
  readonly creationTime?: Date | undefined;
  /** Time of the last change, in UTC. */
  readonly lastModifiedTime?: Date | undefined;
  /** The AWS service that created the event bus. Absent for your own event buses. */
  readonly managedBy?: string | undefined;
}

/** An event bus. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeEventBus.html */
export interface EventBus extends ListedEventBus {
  /** ID, ARN or alias of the customer managed KMS key. Absent if a key of AWS is used. */
  readonly kmsKeyIdentifier?: string | undefined;
  /** ARN of the queue for events that cannot be encrypted or decrypted. Absent if there is none. */
  readonly deadLetterQueueArn?: string | undefined;
}

const listedFields = (): Parameters<typeof resource<ListedEventBus>>[1] => ({
  name: z.string(),
  arn: z.string(),
  description: optionalString(),
  policy: {
    type: z.optional(policyRecord()),
    read: (text) => (typeof text === 'string' && text !== '' ? fromJson(text) : undefined),
  },
  creationTime: z.optional(z.date()),
  lastModifiedTime: z.optional(z.date()),
  managedBy: optionalString(),
});

/** Parses one EventBridge `EventBus` structure. */
export const listedEventBus = (): Schema<ListedEventBus> => resource<ListedEventBus>(EventBus$, listedFields());

/** Parses the response of `DescribeEventBus`. */
export const eventBus = (): Schema<EventBus> =>
  resource<EventBus>(DescribeEventBusResponse$, {
    ...listedFields(),
    kmsKeyIdentifier: optionalString(),
    deadLetterQueueArn: from('DeadLetterConfig.Arn', optionalString()),
  });

/** Parses the ARN of a created event bus. */
export const eventBusReference = (): Schema<EventBusReference> =>
  resource<EventBusReference>(CreateEventBusResponse$, {
    name: from('EventBusArn', { type: z.string(), read: (arn) => (typeof arn === 'string' ? nameIn(arn) : arn) }),
    arn: from('EventBusArn', z.string()),
  });

/** The name in an ARN. The names of partner event buses contain slashes. */
const nameIn = (arn: string): string => arnParts(arn).resource.replace('event-bus/', '');
