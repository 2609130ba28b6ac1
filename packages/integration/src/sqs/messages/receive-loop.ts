import { UnexpectedResponseError } from '@arch/core';
import { type CallOptions, warn } from '@arch/core/builder';
import { isFifo } from '@arch/services/sqs';

import { hideReceived } from '../sqs-batches.js';
import { watchDeletes } from './delete-watch.js';
import { HiddenMessages } from './visibility/index.js';
import type { Message, ReceivedMessage } from './message.js';
import type { ReceiveMessagesInput } from './receive-messages-input.js';
import { requestReceived } from './request-received.js';
import { unparsedMessage, toMessage } from './to-message.js';

type Input = ReceiveMessagesInput<unknown>;

/** Receives and yields messages until the consumer stops. Never deletes messages or returns them to the queue. */
export async function* receiveLoop(input: Input, options: CallOptions): AsyncGenerator<Message<unknown>, void> {
  const { queueUrl, extendVisibility, visibilityTimeoutSeconds, stopWhenEmpty } = input;
  const { signal: _ofTheLoop, ...own } = options;
  const seconds = extendVisibility ? visibilityTimeoutSeconds : undefined;
  const hiding = { operation: 'receiveMessages', queueUrl, request: hideReceived, seconds };
  const hidden = new HiddenMessages(hiding, { ...own, timeoutMs: 10_000 });
  const deletes = watchDeletes(queueUrl);
  let yielded = 0;
  try {
    for (;;) {
      const received = await receive(input, options);
      if (received.length === 0 && stopWhenEmpty) return;
      hidden.add(received);
      for await (const message of readable(received, input, hidden)) {
        yielded++;
        yield message;
      }
    }
  } finally {
    hidden.end();
    deletes.end();
    if (yielded > 0 && deletes.count === 0) warnNoneDeleted(yielded, queueUrl, own);
  }
}

const warnNoneDeleted = (count: number, queueUrl: string, options: CallOptions): void => {
  const received = `${count} ${count === 1 ? 'message was' : 'messages were'} received and none was deleted`;
  const message = `receiveMessages: ${received}, so SQS delivers them again. Call deleteMessage(message) after handling a message, or use consumeMessages.`;
  warn({ ...options, operation: 'receiveMessages', id: queueUrl, message });
};

/** Sends one receive request. Its attempt timeout is longer than its wait for messages. */
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
    // With this ID, a retry after a lost response receives the same messages. Without it, their groups would be blocked until the timeout.
    receiveRequestAttemptId: isFifo(queueUrl) ? crypto.randomUUID() : undefined,
    aws,
  };
  return requestReceived(request, { ...options, attemptTimeoutMs, timeoutMs: attemptTimeoutMs * 3 });
};

/** Yields the messages with a valid body. The others stay in the queue, which moves them to the dead-letter queue in the end. */
async function* readable(
  received: readonly ReceivedMessage[],
  input: Input,
  hidden: HiddenMessages,
): AsyncGenerator<Message<unknown>, void> {
  // In a FIFO queue, an invalid message blocks the later messages of its group.
  const blocked = new Set<string | undefined>();
  for (const each of received) {
    const message = blocked.has(each.groupId) ? undefined : await read(each, input);
    if (message && !(message instanceof UnexpectedResponseError)) yield message;
    hidden.remove(each);
    if (message && !(message instanceof UnexpectedResponseError)) continue;
    if (isFifo(input.queueUrl)) blocked.add(each.groupId);
    if (message) await input.onInvalid?.(message, unparsedMessage(each, input.queueUrl));
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
