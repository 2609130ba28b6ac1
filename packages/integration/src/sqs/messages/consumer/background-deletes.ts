import { ArchError } from '@arch/core';
import { type CallOptions, pauseFor, sessionTime, untilNextTurn, warn } from '@arch/core/builder';

import { toOutcomes, withIds } from '../../../batches/batch-response.js';
import { type EntryFailure, sendForOutcomes } from '../../../batches/send-entries.js';
import { deleteConsumed } from '../../sqs-batches.js';
import { isFinal } from './is-final.js';
import { outagePauseMs } from './outage-pause-ms.js';
import type { ReceivedMessage } from '../message.js';

/** The queue, and the callbacks of the consumer. */
export interface Deleting {
  readonly queueUrl: string;
  /** Called for a message that is deleted, or that the consumer no longer tries to delete. */
  readonly onEnd: (message: ReceivedMessage) => void;
  /** Called for an error that retries cannot resolve. */
  readonly onFinal: (error: unknown) => void;
}

interface Waiting {
  readonly message: ReceivedMessage;
  readonly sinceMs: number;
}

/** The time for which a delete is retried during an outage. */
const maxRetryMs = 300_000;

/** Deletes handled messages while the consumer continues. Deletes of one turn of the event loop, or of one outage, are sent together. */
export class BackgroundDeletes {
  readonly #deleting: Deleting;
  readonly #options: CallOptions;
  readonly #stop: AbortController = new AbortController();
  #waiting: Waiting[] = [];
  #underWay: Promise<void> | undefined;

  constructor(deleting: Deleting, options: CallOptions) {
    this.#deleting = deleting;
    this.#options = options;
  }

  add(message: ReceivedMessage): void {
    this.#waiting.push({ message, sinceMs: this.#now() });
    this.#underWay ??= this.#deleteAll();
  }

  /** Resolves when all messages are deleted or given up. */
  async settle(): Promise<void> {
    await this.#underWay;
  }

  /** Stops to retry deletes. */
  giveUp(): void {
    this.#stop.abort(new DOMException('The consumer has stopped', 'AbortError'));
  }

  #now(): number {
    return sessionTime(this.#options).getTime();
  }

  async #deleteAll(): Promise<void> {
    await untilNextTurn();
    for (let failures = 0; this.#waiting.length > 0;) {
      const left = await this.#deleteOnce(this.#waiting.splice(0));
      failures = left.length > 0 ? failures + 1 : 0;
      this.#waiting.unshift(...left);
      if (left.length > 0) await this.#pause(failures);
    }
    this.#underWay = undefined;
  }

  async #pause(failures: number): Promise<void> {
    const options = { ...this.#options, signal: this.#stop.signal };
    await pauseFor(outagePauseMs(failures), options).catch(() => undefined);
  }

  /** Returns the messages whose delete must be retried. */
  async #deleteOnce(some: readonly Waiting[]): Promise<readonly Waiting[]> {
    const errors = new Map<object, unknown>();
    const entries = some.map(({ message }) => ({ ReceiptHandle: message.receiptHandle }));
    const outcomes = await sendForOutcomes(
      {
        operation: 'consumeMessages',
        member: 'messages',
        entries,
        bytesOf: () => 0,
        maxBytes: 1,
        concurrentRequests: 10,
        send: (pack) => this.#send(pack, errors),
      },
      { ...this.#options, signal: this.#stop.signal },
    ).catch((error: unknown) => entries.map((entry) => (errors.set(entry, error), { failure: unsent })));
    return some.filter((each, index) => {
      const outcome = outcomes[index];
      if (outcome && 'result' in outcome) return this.#end(each.message);
      const error = errors.get(entries[index]!);
      if (error !== undefined) return this.#failed(each, error, !isFinal(error));
      const failure = outcome?.failure ?? unsent;
      return this.#failed(each, errorOf(failure), failure.retryable);
    });
  }

  async #send(
    pack: readonly object[],
    errors: Map<object, unknown>,
  ): Promise<readonly ReturnType<typeof toOutcomes>[number][]> {
    try {
      const { queueUrl } = this.#deleting;
      const options = { ...this.#options, signal: this.#stop.signal };
      return toOutcomes(await deleteConsumed({ queueUrl, entries: withIds(pack) }, options));
    } catch (error) {
      for (const entry of pack) errors.set(entry, error);
      return pack.map(() => ({ failure: unsent }));
    }
  }

  /** Reports a failed delete. Returns whether it is retried. */
  #failed({ message, sinceMs }: Waiting, error: unknown, isTemporary: boolean): boolean {
    const { signal } = this.#stop;
    const isRetried = isTemporary && !signal.aborted && this.#now() - sinceMs < maxRetryMs;
    const consequence = isRetried ? 'the delete is retried' : 'SQS may deliver it again';
    const { messageId: id } = message;
    const text = `consumeMessages: message ${id} was handled, but could not be deleted; ${consequence}.`;
    warn({ ...this.#options, operation: 'consumeMessages', id, error, message: text });
    if (isRetried) return true;
    if (!signal.aborted && isFinal(error)) this.#deleting.onFinal(error);
    return this.#end(message);
  }

  #end(message: ReceivedMessage): false {
    this.#deleting.onEnd(message);
    return false;
  }
}

const unsent: EntryFailure = { code: 'NotSent', message: undefined, retryable: false };

const errorOf = ({ code, message, retryable }: EntryFailure): ArchError =>
  new ArchError(`consumeMessages: SQS rejected the delete of a message: ${code}${message ? `: ${message}` : ''}`, {
    operation: 'consumeMessages',
    code,
    retryable,
  });
