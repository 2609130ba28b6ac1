import { setImmediate } from 'node:timers/promises';

import { addNote, type CallOptions } from '@arch/core/builder';

import { deleteMessages } from './delete-messages.js';
import type { ReceivedMessage } from './message.js';

/** Deletes that go out while the consumer works on. */
export interface BackgroundDeletes {
  /** Deletes a message as soon as the delete under way has been answered. Throws what an earlier one has failed with. */
  add(message: ReceivedMessage): void;
  /** Waits until all are answered. Throws what one of them has failed with. */
  settle(): Promise<void>;
}

/** What is handled within one turn of the event loop, or while a delete is under way, goes out as one request. */
export const deleteInBackground = (queueUrl: string, options: CallOptions): BackgroundDeletes => {
  const waiting: ReceivedMessage[] = [];
  let underWay: Promise<void> | undefined;
  let failure: { readonly error: unknown } | undefined;
  const deleteAll = async (): Promise<void> => {
    await setImmediate();
    while (waiting.length > 0) {
      const messages = waiting.splice(0);
      // Those that are still to come are deleted all the same: they have been handled.
      await deleteMessages({ queueUrl, messages }, options).catch((error: unknown) => {
        const ids = messages.map(({ messageId }) => messageId).join(', ');
        failure ??= { error: addNote(error, `Messages that were handled may come again: ${ids}.`) };
      });
    }
    underWay = undefined;
  };
  const check = (): void => {
    if (failure) throw failure.error;
  };
  return {
    add: (message) => {
      waiting.push(message);
      underWay ??= deleteAll();
      check();
    },
    settle: async () => {
      await underWay;
      check();
    },
  };
};
