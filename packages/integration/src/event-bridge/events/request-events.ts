import {
  type AwsInput,
  type AwsResource,
  type Declaration,
  optionalString,
  input,
  list,
  operation,
  type Operation,
  resource,
  secret,
  z,
} from '@arch/core/builder';
import { eventBridge } from '@arch/services/event-bridge';
import { PutEventsCommand, PutEventsResponse$, PutEventsResultEntry$ } from '@aws-sdk/client-eventbridge';

import type { EntryOutcome } from '../../batches/send-entries.js';
import type { EventEntry } from './event-input.js';

/** An event that EventBridge has taken. */
export interface SentEvent {
  /** Receivers find it as `id`. */
  readonly eventId: string;
}

interface Requested extends AwsInput {
  readonly entries: readonly EventEntry[];
}

interface Answer extends AwsResource {
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly eventId?: string | undefined;
  readonly errorCode?: string | undefined;
  readonly errorMessage?: string | undefined;
}

/** Sends the events of one caller. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
export const requestEvents: Operation<Requested, Answer> = operation(() => declarationFor('putEvents'));

/** Sends events of several callers. */
export const requestJoinedEvents: Operation<Requested, Answer> = operation(() => declarationFor('putEvent'));

const declarationFor = (name: string): Declaration<Requested, Answer, typeof PutEventsCommand> => ({
  name,
  service: eventBridge,
  command: PutEventsCommand,
  repeatable: true,
  permissions: [{ action: 'events:PutEvents', resources: ['event-bus'] }],
  input: input<Requested>({ entries: secret(z.array(z.custom<EventEntry>())) }),
  output: resource<Answer>(PutEventsResponse$, {
    entries: list(
      resource<Entry>(PutEventsResultEntry$, {
        eventId: optionalString(),
        errorCode: optionalString(),
        errorMessage: optionalString(),
      }),
    ),
  }),
});

/** What became of each event, in their order. */
export const toEventOutcomes = ({ entries }: Answer): readonly EntryOutcome<SentEvent>[] =>
  entries.map(({ eventId, errorCode = 'NoAnswer', errorMessage }) =>
    eventId === undefined
      ? { failure: { code: errorCode, message: errorMessage, retryable: passes.test(errorCode) } }
      : { result: { eventId } },
  );

/** What EventBridge calls retryable; the rest is the caller's fault. */
const passes = /^Internal|Throttl|^ServiceUnavailable/;
