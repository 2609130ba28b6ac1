import { ServiceError } from '@arch/core';
import { type AwsInput, checkAwsMembers, input, type Operation, task } from '@arch/core/builder';
import { PutEventsCommand } from '@aws-sdk/client-eventbridge';

import { eventFields, type EventInput, toEventEntry } from './event-input.js';
import { joinEvents } from './join-events.js';
import { requestJoinedEvents, type SentEvent } from './request-events.js';

export interface PutEventInput extends EventInput, AwsInput {}

/**
 * Puts an event on an event bus. Concurrent calls for one event bus are joined into one request for up to ten events or 1 MB. The call also
 * succeeds if no rule matches the event; EventBridge then drops it. A request without a response is retried, so targets may receive an event
 * more than once.
 *
 * @example
 * const { eventId } = await putEvent({ source: 'shop.orders', detailType: 'OrderPlaced', detail: { orderId: 42 } });
 * @throws {ServiceError} EventBridge rejected the event. `code` is the reason, e.g. `NotAuthorizedForSourceException`.
 * @throws {InvalidInputError} the event is too large, or its detail cannot be converted to JSON.
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
    const reason = message ? `: ${message.replace(/\.$/, '')}` : '';
    throw new ServiceError(`putEvent: EventBridge rejected the event: ${code}${reason}.`, {
      operation: 'putEvent',
      code,
      retryable,
    });
  },
}));
