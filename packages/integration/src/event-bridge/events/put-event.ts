import { ServiceError } from '@arch/core';
import { type AwsInput, checkAwsMembers, input, type Operation, task } from '@arch/core/builder';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';

import { eventFields, type EventInput, toEventEntry } from './event-input.js';
import { joinEvents } from './join-events.js';
import { requestJoinedEvents, type SentEvent } from './request-events.js';

export interface PutEventInput extends EventInput, AwsInput {}

/**
 * Puts an event on a bus. Concurrent calls for one bus become one request for up to ten events or 1 MB. That EventBridge has taken an event
 * does not say that a rule matches it: what no rule matches is dropped. A request whose answer was lost is made again, so an event may come
 * twice: EventBridge promises at least once anyway.
 *
 * @example
 * const { eventId } = await putEvent({ source: 'shop.orders', detailType: 'OrderPlaced', detail: { orderId: 42 } });
 * @throws {ServiceError} EventBridge has not taken it; `code` says why, e.g. `NotAuthorizedForSourceException`.
 * @throws {InvalidInputError} the event is too large, or its detail is no JSON.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
export const putEvent: Operation<PutEventInput, SentEvent, { on: 'eventBusName' }> = task(() => ({
  name: 'putEvent',
  input: input<PutEventInput>(eventFields()),
  uses: [requestJoinedEvents],
  timeoutMs: 60_000,
  run: async ({ aws, ...event }, options) => {
    checkAwsMembers('putEvent', PutEventsCommand, aws);
    const outcome = await joinEvents(
      { entry: toEventEntry(event, { operation: 'putEvent', prefix: '' }), aws },
      options,
    );
    if ('result' in outcome) return outcome.result;
    const { code, message, retryable } = outcome.failure;
    const why = message ? `: ${message.replace(/\.$/, '')}` : '';
    throw new ServiceError(`putEvent: EventBridge has not taken the event: ${code}${why}.`, {
      operation: 'putEvent',
      code,
      retryable,
    });
  },
}));
