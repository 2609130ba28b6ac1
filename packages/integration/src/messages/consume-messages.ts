import { UnexpectedResponseError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { isFifo } from '../clients/queue-ids.js';
import { type BackgroundDeletes, deleteInBackground } from './delete-in-background.js';
import { type HeldMessages, holdMessages } from './hold-messages.js';
import type { Message, ReceivedMessage } from './message.js';
import type { ReceiveMessagesInput } from './receive-messages-input.js';
import { requestReceived } from './request-received.js';
import { asItCame, toMessage } from './to-message.js';

type Input = ReceiveMessagesInput<unknown>;

interface Work {
  readonly input: Input;
  readonly held: HeldMessages;
  readonly deletes: BackgroundDeletes;
}

/** Receives and gives messages until no one wants more; deletes what was handled, and gives back what was not. */
export async function* consumeMessages(input: Input, options: CallOptions): AsyncGenerator<Message<unknown>, void> {
  const { queueUrl, extendVisibility, visibilityTimeoutSeconds, stopWhenEmpty } = input;
  // What has to be done in any case has a deadline of its own.
  const { signal: _ofTheConsumer, ...own } = options;
  const deletes = deleteInBackground(queueUrl, { ...own, timeoutMs: 30_000 });
  const hideForSeconds = extendVisibility ? visibilityTimeoutSeconds : undefined;
  const held = holdMessages({ queueUrl, hideForSeconds }, { ...own, timeoutMs: 10_000 });
  let failed = false;
  try {
    for (;;) {
      const received = await receive(input, options);
      if (received.length === 0 && stopWhenEmpty) return;
      held.take(received);
      yield* handOut(received, { input, held, deletes });
      await deletes.settle();
    }
  } catch (error) {
    failed = true;
    throw error;
  } finally {
    await end({ input, held, deletes }, failed);
  }
}

/** Gives back what is held, and waits for the deletes. Whoever breaks off hears of one that fails; whoever has an error already keeps that. */
const end = async ({ held, deletes }: Work, failed: boolean): Promise<void> => {
  const [deleted] = await Promise.allSettled([deletes.settle(), held.giveBack()]);
  if (deleted.status === 'rejected' && !failed) throw deleted.reason;
};

/** One receive, with the time that it needs to wait. */
const receive = (
  { queueUrl, waitSeconds = 20, maxMessages = 10, visibilityTimeoutSeconds, aws }: Input,
  options: CallOptions,
): Promise<readonly ReceivedMessage[]> => {
  const attemptTimeoutMs = Math.max(options.attemptTimeoutMs ?? 0, (waitSeconds + 10) * 1_000);
  const request = {
    queueUrl,
    maxNumberOfMessages: maxMessages,
    waitTimeSeconds: waitSeconds,
    visibilityTimeout: visibilityTimeoutSeconds,
    // With it, an attempt after one whose answer was lost gets the same messages; without it, their groups would stand still.
    receiveRequestAttemptId: isFifo(queueUrl) ? crypto.randomUUID() : undefined,
    aws,
  };
  return requestReceived(request, { ...options, attemptTimeoutMs, timeoutMs: attemptTimeoutMs * 3 });
};

/** Gives the messages of one receive. One whose body cannot be read is left to its queue, which counts its receives and moves it in the end. */
async function* handOut(
  received: readonly ReceivedMessage[],
  { input, held, deletes }: Work,
): AsyncGenerator<Message<unknown>, void> {
  // In a FIFO queue those behind a message wait for it.
  const waiting = new Set<string | undefined>();
  for (const each of received) {
    const message = waiting.has(each.groupId) ? undefined : await read(each, input);
    if (message && !(message instanceof UnexpectedResponseError)) {
      yield message;
      held.drop(each);
      deletes.add(each);
    } else {
      held.drop(each);
      if (isFifo(input.queueUrl)) waiting.add(each.groupId);
      if (message) await input.onInvalid?.(message, asItCame(each, input.queueUrl));
    }
    held.check();
  }
}

const read = (
  received: ReceivedMessage,
  { queueUrl, schema }: Input,
): Promise<Message<unknown> | UnexpectedResponseError> =>
  toMessage(received, queueUrl, schema).catch((error: unknown) => {
    if (error instanceof UnexpectedResponseError) return error;
    throw error;
  });
