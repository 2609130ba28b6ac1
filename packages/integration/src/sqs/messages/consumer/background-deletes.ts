import { ArchError } from '@arch/core';
import { type CallOptions, pauseFor, sessionTime, untilNextTurn, warn } from '@arch/core/builder';

import { toOutcomes, withIds } from '../../../batches/batch-answer.js';
import { type EntryFailure, outcomesOf } from '../../../batches/send-entries.js';
import { deleteConsumed } from '../../sqs-batches.js';
import { isFinal } from './is-final.js';
import { outagePauseMs } from './outage-pause-ms.js';
import type { ReceivedMessage } from '../message.js';

/** What the deletes belong to. */
export interface Deleting {
  readonly queueUrl: string;
  /** Hears of a message that is deleted, or for which that was given up. */
  readonly onEnd: (message: ReceivedMessage) => void;
  /** Hears of an error that no later attempt can heal. */
  readonly onFinal: (error: unknown) => void;
}

interface Waiting {
  readonly message: ReceivedMessage;
  readonly sinceMs: number;
}

/** For how long a delete is repeated that fails in an outage. */
const longestMs = 300_000;

/** Deletes handled messages while the consumer works on: those of one turn of the event loop, or of one outage, go out together. */
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

  /** Resolves when all are deleted or given up. */
  async settle(): Promise<void> {
    await this.#underWay;
  }

  /** Gives up what is not deleted yet. */
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

  /** Returns those that are to be deleted again. */
  async #deleteOnce(some: readonly Waiting[]): Promise<readonly Waiting[]> {
    const refused = new Map<object, unknown>();
    const entries = some.map(({ message }) => ({ ReceiptHandle: message.receiptHandle }));
    const outcomes = await outcomesOf(
      {
        operation: 'consumeMessages',
        member: 'messages',
        entries,
        bytesOf: () => 0,
        mostBytes: 1,
        sideBySide: 10,
        send: (pack) => this.#send(pack, refused),
      },
      { ...this.#options, signal: this.#stop.signal },
    ).catch((error: unknown) => entries.map((entry) => (refused.set(entry, error), { failure: unsent })));
    return some.filter((each, index) => {
      const outcome = outcomes[index];
      if (outcome && 'result' in outcome) return this.#end(each.message);
      const error = refused.get(entries[index]!);
      if (error !== undefined) return this.#failed(each, error, !isFinal(error));
      const failure = outcome?.failure ?? unsent;
      return this.#failed(each, errorOf(failure), failure.retryable);
    });
  }

  async #send(
    pack: readonly object[],
    refused: Map<object, unknown>,
  ): Promise<readonly ReturnType<typeof toOutcomes>[number][]> {
    try {
      const { queueUrl } = this.#deleting;
      const options = { ...this.#options, signal: this.#stop.signal };
      return toOutcomes(await deleteConsumed({ queueUrl, entries: withIds(pack) }, options));
    } catch (error) {
      for (const entry of pack) refused.set(entry, error);
      return pack.map(() => ({ failure: unsent }));
    }
  }

  /** Whether a delete that failed is to be repeated. */
  #failed({ message, sinceMs }: Waiting, error: unknown, passes: boolean): boolean {
    const { signal } = this.#stop;
    const again = passes && !signal.aborted && this.#now() - sinceMs < longestMs;
    const text = again ? 'the next attempt follows' : 'it may come again';
    const { messageId: id } = message;
    const said = `consumeMessages: message ${id} was handled and could not be deleted; ${text}.`;
    warn({ ...this.#options, operation: 'consumeMessages', id, error, message: said });
    if (again) return true;
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
  new ArchError(`consumeMessages: SQS did not delete the message: ${code}${message ? `: ${message}` : ''}`, {
    operation: 'consumeMessages',
    code,
    retryable,
  });
