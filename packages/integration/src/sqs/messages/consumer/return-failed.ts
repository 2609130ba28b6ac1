import { InvalidInputError } from '@arch/core';
import { type CallOptions, warn } from '@arch/core/builder';

import type { ConsumeMessagesInput } from './consume-messages-input.js';
import type { FailedMessage } from './handle-messages.js';
import type { HiddenMessages } from '../visibility/index.js';

type Input = Pick<ConsumeMessagesInput<unknown>, 'onFailed' | 'retryAfterSeconds'>;

/** Calls `onFailed` for failed messages, and returns them to the queue: after `retryAfterSeconds`, or when their visibility timeout ends. */
export const returnFailed = async (
  failed: readonly FailedMessage[],
  { onFailed, retryAfterSeconds }: Input,
  hidden: HiddenMessages,
  options: CallOptions,
): Promise<void> => {
  const callOnFailed = async ({ error, message }: FailedMessage): Promise<void> => {
    try {
      await onFailed?.(error, message as never);
    } catch (thrown) {
      warnOf(message.messageId, thrown, 'onFailed threw an error', options);
    }
  };
  await Promise.all(failed.map(callOnFailed));
  const shown = failed.flatMap(({ received }) => {
    const seconds = secondsFor(received, retryAfterSeconds, options);
    if (seconds === undefined) hidden.remove(received);
    return seconds === undefined ? [] : [{ message: received, seconds }];
  });
  await hidden.makeVisible(shown);
};

/** The seconds until a message is visible again. `undefined` if its visibility timeout applies, also if the user-defined function fails. */
const secondsFor = (
  { messageId, approximateReceiveCount = 1 }: FailedMessage['received'],
  retryAfter: Input['retryAfterSeconds'],
  options: CallOptions,
): number | undefined => {
  if (typeof retryAfter !== 'function') return retryAfter;
  try {
    const seconds = retryAfter(approximateReceiveCount);
    // A function that doubles the time soon exceeds SQS's limit.
    if (seconds >= 0) return Math.min(43_200, Math.ceil(seconds));
    throw new InvalidInputError(
      `consumeMessages: retryAfterSeconds returned ${String(seconds)}. Return a number of seconds from 0 to 43,200.`,
      { operation: 'consumeMessages' },
    );
  } catch (thrown) {
    warnOf(messageId, thrown, 'retryAfterSeconds threw an error or did not return a number of seconds', options);
    return undefined;
  }
};

const warnOf = (id: string, error: unknown, what: string, options: CallOptions): void =>
  warn({
    ...options,
    operation: 'consumeMessages',
    id,
    error,
    message: `consumeMessages: ${what} for message ${id}.`,
  });
