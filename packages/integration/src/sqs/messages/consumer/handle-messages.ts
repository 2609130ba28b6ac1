import { ArchError, InvalidInputError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';
import { isFifo } from '@arch/services/sqs';

import { callHandler, type HandlerLimits } from './call-handler.js';
import type { ConsumeMessagesInput } from './consume-messages-input.js';
import type { Message, ReceivedMessage } from '../message.js';
import { unparsedMessage, toMessage } from '../to-message.js';

/** A failed message and its error. */
export interface FailedMessage {
  readonly received: ReceivedMessage;
  readonly message: Message<unknown>;
  readonly error?: unknown;
}

/** The results of messages that were handled together. */
export interface Handled {
  readonly done: readonly ReceivedMessage[];
  readonly failed: readonly FailedMessage[];
  /** Messages of a FIFO queue that were not handled, because an earlier message of their group failed. */
  readonly unhandled: readonly ReceivedMessage[];
}

type Input = ConsumeMessagesInput<unknown>;

/** Parses messages, calls the user-defined handler, and returns the results. Never rejects. */
export const handleMessages = async (
  received: readonly ReceivedMessage[],
  input: Input,
  limits: HandlerLimits,
  options: CallOptions,
): Promise<Handled> => {
  const { readable, failed, unhandled } = await readAll(received, input);
  if (readable.size === 0) return { done: [], failed, unhandled };
  const outcome = await call([...readable.values()], input, limits, options);
  const done: ReceivedMessage[] = [];
  const failedGroups = new Set<string>();
  for (const [each, message] of readable) {
    const behind = isFifo(input.queueUrl) && each.groupId !== undefined && failedGroups.has(each.groupId);
    const error = outcome.get(message) ?? (behind ? behindFailed(message) : undefined);
    if (error) {
      failed.push({ received: each, message, error: error.value });
      if (each.groupId !== undefined) failedGroups.add(each.groupId);
    } else done.push(each);
  }
  return { done, failed, unhandled };
};

interface Read {
  readonly readable: ReadonlyMap<ReceivedMessage, Message<unknown>>;
  readonly failed: FailedMessage[];
  readonly unhandled: readonly ReceivedMessage[];
}

const readAll = async (received: readonly ReceivedMessage[], { queueUrl, schema }: Input): Promise<Read> => {
  const readable = new Map<ReceivedMessage, Message<unknown>>();
  const failed: FailedMessage[] = [];
  const unhandled: ReceivedMessage[] = [];
  const failedGroups = new Set<string | undefined>();
  for (const each of received) {
    if (isFifo(queueUrl) && failedGroups.has(each.groupId)) {
      unhandled.push(each);
      continue;
    }
    try {
      readable.set(each, await toMessage(each, { operation: 'consumeMessages', queueUrl, schema }));
    } catch (error) {
      failed.push({ received: each, message: unparsedMessage(each, queueUrl), error });
      failedGroups.add(each.groupId);
    }
  }
  return { readable, failed, unhandled };
};

/** A thrown value. It may be `undefined`. */
interface Thrown {
  readonly value: unknown;
}

/** Calls the handler. Returns the errors of the messages that failed. */
const call = async (
  messages: readonly Message<unknown>[],
  { handler, batchHandler }: Input,
  limits: HandlerLimits,
  options: CallOptions,
): Promise<ReadonlyMap<Message<unknown>, Thrown>> => {
  try {
    if (batchHandler)
      return failedOf(await callHandler((context) => batchHandler(messages, context), limits, options), messages);
    await callHandler((context) => handler?.(messages[0]!, context), limits, options);
    return new Map();
  } catch (value) {
    return new Map(messages.map((message) => [message, { value }]));
  }
};

/** The messages that a batch handler returned as failed. Throws if it returned anything other than a list of its messages. */
const failedOf = (returned: unknown, messages: readonly Message<unknown>[]): ReadonlyMap<Message<unknown>, Thrown> => {
  const byReceipt = new Map(messages.map((message) => [message.receiptHandle, message]));
  const list: readonly unknown[] = Array.isArray(returned) ? returned : [returned ?? []].flat();
  return new Map(
    list.map((each) => {
      const message = byReceipt.get((each as Message | undefined)?.receiptHandle ?? '');
      if (!message) throw new InvalidInputError(invalidReturnValue, { operation: 'consumeMessages' });
      return [message, { value: returnedAsFailed(message) }];
    }),
  );
};

const invalidReturnValue =
  'consumeMessages: batchHandler returned a value other than its messages. Return a list of the messages that failed, or nothing.';

const returnedAsFailed = ({ messageId: id }: Message<unknown>): ArchError =>
  new ArchError(`consumeMessages: batchHandler returned message ${id} as failed.`, {
    operation: 'consumeMessages',
    id,
  });

const behindFailed = ({ messageId: id }: Message<unknown>): Thrown => ({
  value: new ArchError(
    `consumeMessages: message ${id} is not deleted, because an earlier message of its group failed.`,
    { operation: 'consumeMessages', id },
  ),
});
