import { ArchError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { withIds } from '../clients/batch-answer.js';
import { pause } from '../clients/pause.js';
import { changeMessageVisibilityBatch } from '../clients/sqs-batches.js';
import type { ReceivedMessage } from './message.js';

/** How messages are held. */
export interface Holding {
  readonly queueUrl: string;
  /** For how long they are hidden again and again. Absent: they are not. */
  readonly hideForSeconds?: number | undefined;
}

/** Messages that were received and are not handled yet. */
export interface HeldMessages {
  take(messages: readonly ReceivedMessage[]): void;
  /** Holds a message no longer. */
  drop(message: ReceivedMessage): void;
  /** Throws what hiding messages for longer has failed with, if it has. */
  check(): void;
  /** Makes all that is held visible again; what cannot be comes back by itself. */
  giveBack(): Promise<void>;
}

export const holdMessages = (holding: Holding, options: CallOptions): HeldMessages => {
  const { hideForSeconds } = holding;
  const held = new Set<ReceivedMessage>();
  let hiding: AbortController | undefined;
  let failure: { readonly error: unknown } | undefined;
  const stopHiding = (): void => {
    hiding?.abort();
    hiding = undefined;
  };
  const hideAgain = async (seconds: number, { signal }: AbortController): Promise<void> => {
    while (!signal.aborted) {
      await pause('hiding messages for longer', seconds * 250, { ...options, signal });
      await setVisibility(holding.queueUrl, [...held], { ...options, signal, seconds }).catch(throwIfFinal);
    }
  };
  return {
    take: (messages) => {
      for (const message of messages) held.add(message);
      if (hideForSeconds === undefined || held.size === 0 || hiding) return;
      const own = (hiding = new AbortController());
      void hideAgain(hideForSeconds, own).catch((error: unknown) => {
        if (!own.signal.aborted) failure ??= { error };
      });
    },
    drop: (message) => {
      held.delete(message);
      if (held.size === 0) stopHiding();
    },
    check: () => {
      if (failure) throw failure.error;
    },
    giveBack: async () => {
      stopHiding();
      await setVisibility(holding.queueUrl, [...held], { ...options, seconds: 0 }).catch(() => undefined);
    },
  };
};

/** What passes by itself is tried again with the next turn. */
const throwIfFinal = (error: unknown): void => {
  if (!(error instanceof ArchError && error.retryable)) throw error;
};

/** Says for how long messages are hidden. One that is deleted already is no failure: the consumer may do so. */
const setVisibility = async (
  queueUrl: string,
  messages: readonly ReceivedMessage[],
  { seconds, ...options }: CallOptions & { readonly seconds: number },
): Promise<void> => {
  for (let from = 0; from < messages.length; from += 10) {
    const entries = withIds(
      messages
        .slice(from, from + 10)
        .map(({ receiptHandle }) => ({ ReceiptHandle: receiptHandle, VisibilityTimeout: seconds })),
    );
    await changeMessageVisibilityBatch({ queueUrl, entries }, options);
  }
};
