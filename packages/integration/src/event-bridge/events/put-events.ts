import { type AwsInput, checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';

import { sendEntries } from '../../batches/send-entries.js';
import { eventBytes, eventFields, type EventInput, maxRequestBytes, toEventEntry } from './event-input.js';
import { requestEvents, type SentEvent, toEventOutcomes } from './request-events.js';

export interface PutEventsInput extends AwsInput {
  /** Events of less than 1 MiB each. Any number. */
  readonly events: readonly EventInput[];
}

/**
 * Puts many events on their event buses, up to ten or 1 MB in a request, and returns their IDs in the same order. An event that EventBridge
 * rejects because of an internal error is retried. EventBridge does not keep the order of events. A request without a response is retried, so
 * targets may receive an event more than once.
 *
 * @example
 * const order = { source: 'shop.orders', detailType: 'OrderPlaced' };
 * await putEvents({ events: [1, 2].map((orderId) => ({ ...order, detail: { orderId } })) });
 * @throws {ServiceError} EventBridge rejected some of the events. The others were accepted. The error message names the rejected events, and
 * `cause.errors` contains an error for each, with its position as `id`, e.g. `events[3]`.
 * @throws {InvalidInputError} an event is too large, or its detail cannot be converted to JSON. No event was sent.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
export const putEvents: Operation<PutEventsInput, readonly SentEvent[], { on: 'eventBusName' }> = task(() => ({
  name: 'putEvents',
  input: input<PutEventsInput>({ events: z.array(z.strictObject(eventFields())) as never }),
  uses: [requestEvents],
  run: ({ events, aws }, options) => {
    checkAwsMembers('putEvents', PutEventsCommand, aws);
    const entries = events.map((event, index) =>
      toEventEntry(event, { operation: 'putEvents', prefix: `events[${index}].` }),
    );
    return sendEntries(
      {
        operation: 'putEvents',
        member: 'events',
        entries,
        bytesOf: eventBytes,
        maxBytes: maxRequestBytes,
        concurrentRequests: 10,
        send: async (some) => toEventOutcomes(await requestEvents({ entries: some, aws }, options)),
      },
      options,
    );
  },
}));
