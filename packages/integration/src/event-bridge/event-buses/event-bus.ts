import { type AwsResource, optionalString, from, resource, type Schema, z } from '@arch/core/builder';
import { CreateEventBusResponse$, DescribeEventBusResponse$, EventBus$ } from '@aws-sdk/client-eventbridge';

import { arnParts } from '../../arn-parts.js';
import { fromJson } from '../../attribute.js';
import { type Policy, policyRecord } from '../../resource-policies/policy.js';

/** An event bus, as every function about a bus takes it. */
export interface EventBusReference extends AwsResource {
  /** What `putEvent` and `putRule` take as `eventBusName`. */
  readonly name: string;
  /** e.g. `arn:aws:events:eu-west-1:123456789012:event-bus/shop`. */
  readonly arn: string;
}

/** An event bus as a listing has it. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EventBus.html */
export interface ListedEventBus extends EventBusReference {
  readonly description?: string | undefined;
  /** Which other accounts may put events on it. */
  readonly policy?: Policy | undefined;
  /** In UTC. */
  readonly creationTime?: Date | undefined;
  /** In UTC. */
  readonly lastModifiedTime?: Date | undefined;
  /** The AWS service that has made it; absent for your own. */
  readonly managedBy?: string | undefined;
}

/** An event bus. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeEventBus.html */
export interface EventBus extends ListedEventBus {
  /** A key of the account's own; absent where AWS's own is used. */
  readonly kmsKeyIdentifier?: string | undefined;
  /** The queue for events that could not be encrypted or decrypted. */
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

/** Parses what DescribeEventBus answers. */
export const eventBus = (): Schema<EventBus> =>
  resource<EventBus>(DescribeEventBusResponse$, {
    ...listedFields(),
    kmsKeyIdentifier: optionalString(),
    deadLetterQueueArn: from('DeadLetterConfig.Arn', optionalString()),
  });

/** Parses the ARN of a bus that was made. */
export const eventBusReference = (): Schema<EventBusReference> =>
  resource<EventBusReference>(CreateEventBusResponse$, {
    name: from('EventBusArn', { type: z.string(), read: (arn) => (typeof arn === 'string' ? nameIn(arn) : arn) }),
    arn: from('EventBusArn', z.string()),
  });

/** The bus of a partner has slashes in its name. */
const nameIn = (arn: string): string => arnParts(arn).resource.replace('event-bus/', '');
