import { type AwsInput, checkAwsMembers, input, type Operation, task, z } from '@arch/core/builder';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';

import { sendEntries } from '../../batches/send-entries.js';
import { eventBytes, eventFields, type EventInput, mostRequestBytes, toEventEntry } from './event-input.js';
import { requestEvents, type SentEvent, toEventOutcomes } from './request-events.js';

export interface PutEventsInput extends AwsInput {
  /** As many as you like, of less than 1 MiB each. */
  readonly events: readonly EventInput[];
}

/**
 * Puts many events on their buses, ten or 1 MB in a request, and gives the ID of each in the same order. An event that EventBridge could not
 * take for reasons of its own is sent again. Rules do not see the events in their order. A request whose answer was lost is made again, so an
 * event may come twice: EventBridge promises at least once anyway.
 *
 * @example
 * const order = { source: 'shop.orders', detailType: 'OrderPlaced' };
 * await putEvents({ events: [1, 2].map((orderId) => ({ ...order, detail: { orderId } })) });
 * @throws {ServiceError} EventBridge has not taken some of them. The message names them, the others were taken; `cause.errors` has an error for
 * each, with its place as `id`, e.g. `events[3]`.
 * @throws {InvalidInputError} an event is too large, or its detail is no JSON. None was sent.
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
        maxBytes: mostRequestBytes,
        concurrentRequests: 10,
        send: async (some) => toEventOutcomes(await requestEvents({ entries: some, aws }, options)),
      },
      options,
    );
  },
}));
