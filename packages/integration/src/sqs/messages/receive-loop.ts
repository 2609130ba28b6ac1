import { UnexpectedResponseError } from '@arch/core';
import { type CallOptions, warn } from '@arch/core/builder';
import { isFifo } from '@arch/services/sqs';

import { hideReceived } from '../sqs-batches.js';
import { watchDeletes } from './delete-watch.js';
import { HiddenMessages } from './visibility/index.js';
import type { Message, ReceivedMessage } from './message.js';
import type { ReceiveMessagesInput } from './receive-messages-input.js';
import { requestReceived } from './request-received.js';
import { asItCame, toMessage } from './to-message.js';

type Input = ReceiveMessagesInput<unknown>;

/** Receives messages and hands them out until no one wants more. Deletes none, and gives none back. */
export async function* receiveLoop(input: Input, options: CallOptions): AsyncGenerator<Message<unknown>, void> {
  const { queueUrl, extendVisibility, visibilityTimeoutSeconds, stopWhenEmpty } = input;
  const { signal: _ofTheLoop, ...own } = options;
  const seconds = extendVisibility ? visibilityTimeoutSeconds : undefined;
  const hiding = { operation: 'receiveMessages', queueUrl, request: hideReceived, seconds };
  const hidden = new HiddenMessages(hiding, { ...own, timeoutMs: 10_000 });
  const deletes = watchDeletes(queueUrl);
  let handedOut = 0;
  try {
    for (;;) {
      const received = await receive(input, options);
      if (received.length === 0 && stopWhenEmpty) return;
      hidden.add(received);
      for await (const message of readable(received, input, hidden)) {
        handedOut++;
        yield message;
      }
    }
  } finally {
    hidden.end();
    deletes.end();
    if (handedOut > 0 && deletes.count === 0) warnOfNone(handedOut, queueUrl, own);
  }
}

const warnOfNone = (handedOut: number, queueUrl: string, options: CallOptions): void => {
  const received = `${handedOut} ${handedOut === 1 ? 'message was' : 'messages were'} received and none was deleted`;
  const message = `receiveMessages: ${received}, so all come again. Call deleteMessage(message) for each that is done, or use consumeMessages.`;
  warn({ ...options, operation: 'receiveMessages', id: queueUrl, message });
};

/** One receive, with the time that it needs to wait. */
const receive = (
  { queueUrl, waitSeconds = 20, maxMessages = 1, visibilityTimeoutSeconds, aws }: Input,
  options: CallOptions,
): Promise<readonly ReceivedMessage[]> => {
  const attemptTimeoutMs = Math.max(options.attemptTimeoutMs ?? 0, (waitSeconds + 10) * 1_000);
  const request = {
    queueUrl,
    maxNumberOfMessages: maxMessages,
    waitTimeSeconds: waitSeconds,
    visibilityTimeout: visibilityTimeoutSeconds,
    // With it, an attempt after one whose response was lost gets the same messages; without it, their groups would stand still.
    receiveRequestAttemptId: isFifo(queueUrl) ? crypto.randomUUID() : undefined,
    aws,
  };
  return requestReceived(request, { ...options, attemptTimeoutMs, timeoutMs: attemptTimeoutMs * 3 });
};

/** The messages of one receive whose bodies can be read. The others are left to their queue, which moves them in the end. */
async function* readable(
  received: readonly ReceivedMessage[],
  input: Input,
  hidden: HiddenMessages,
): AsyncGenerator<Message<unknown>, void> {
  // In a FIFO queue those behind a message wait for it.
  const waiting = new Set<string | undefined>();
  for (const each of received) {
    const message = waiting.has(each.groupId) ? undefined : await read(each, input);
    if (message && !(message instanceof UnexpectedResponseError)) yield message;
    hidden.remove(each);
    if (message && !(message instanceof UnexpectedResponseError)) continue;
    if (isFifo(input.queueUrl)) waiting.add(each.groupId);
    if (message) await input.onInvalid?.(message, asItCame(each, input.queueUrl));
  }
}

const read = (
  received: ReceivedMessage,
  { queueUrl, schema }: Input,
): Promise<Message<unknown> | UnexpectedResponseError> =>
  toMessage(received, { operation: 'receiveMessages', queueUrl, schema }).catch((error: unknown) => {
    if (error instanceof UnexpectedResponseError) return error;
    throw error;
  });
