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

/** An event that EventBridge has accepted. */
export interface SentEvent {
  /** ID of the event, which EventBridge has assigned. Targets receive it as `id`. */
  readonly eventId: string;
}

interface Requested extends AwsInput {
  readonly entries: readonly EventEntry[];
}

interface Response extends AwsResource {
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly eventId?: string | undefined;
  readonly errorCode?: string | undefined;
  readonly errorMessage?: string | undefined;
}

/** Sends the events of one call. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
export const requestEvents: Operation<Requested, Response> = operation(() => declarationFor('putEvents'));

/** Sends events of several calls. */
export const requestJoinedEvents: Operation<Requested, Response> = operation(() => declarationFor('putEvent'));

const declarationFor = (name: string): Declaration<Requested, Response, typeof PutEventsCommand> => ({
  name,
  service: eventBridge,
  command: PutEventsCommand,
  repeatable: true,
  permissions: [{ action: 'events:PutEvents', resources: ['event-bus'] }],
  input: input<Requested>({ entries: secret(z.array(z.custom<EventEntry>())) }),
  output: resource<Response>(PutEventsResponse$, {
    entries: list(
      resource<Entry>(PutEventsResultEntry$, {
        eventId: optionalString(),
        errorCode: optionalString(),
        errorMessage: optionalString(),
      }),
    ),
  }),
});

/** Converts a response to outcomes in the order of the events. */
export const toEventOutcomes = ({ entries }: Response): readonly EntryOutcome<SentEvent>[] =>
  entries.map(({ eventId, errorCode = 'NoAnswer', errorMessage }) =>
    eventId === undefined
      ? { failure: { code: errorCode, message: errorMessage, retryable: retryableCode.test(errorCode) } }
      : { result: { eventId } },
  );

/** The error codes that EventBridge documents as retryable. */
const retryableCode = /^Internal|Throttl|^ServiceUnavailable/;
