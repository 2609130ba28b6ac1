import { CredentialsError } from '@arch/core';
import { type CallOptions, pauseFor, sessionTime, stopSendingOn, warn } from '@arch/core/builder';
import { isFifo } from '@arch/services/sqs';

import type { ConsumeMessagesInput } from './consume-messages-input.js';
import type { ReceivedMessage } from '../message.js';
import { isFinal } from './is-final.js';
import { outagePauseMs } from './outage-pause-ms.js';
import { requestConsumed } from '../request-received.js';

/** SQS accepts a receive request attempt ID again for five minutes. */
const attemptLastsMs = 300_000;
const longestEmptyPauseMs = 1_000;

/** Sends the receive requests of a consumer, one after the other. All retries are made here, so that none is sent after a stop. */
export class ConsumerReceives {
  readonly #input: ConsumeMessagesInput<unknown>;
  readonly #options: CallOptions;
  readonly #stop: AbortSignal;
  #worked = false;
  #failures = 0;
  #empties = 0;
  #attempt: { readonly id: string; readonly atMs: number } | undefined;

  constructor(input: ConsumeMessagesInput<unknown>, options: CallOptions, stop: AbortSignal) {
    this.#input = input;
    this.#options = options;
    this.#stop = stop;
  }

  /**
   * Receives up to `most` messages. After a temporary failure, pauses and returns `undefined`. Throws errors that retries cannot resolve.
   */
  async next(most: number): Promise<readonly ReceivedMessage[] | undefined> {
    await this.#pauseAfterEmpty();
    const startedAt = this.#now();
    try {
      const messages = await this.#request(most);
      this.#worked = true;
      this.#failures = 0;
      this.#attempt = undefined;
      const isEarly = messages.length === 0 && this.#now() - startedAt < longestEmptyPauseMs;
      this.#empties = isEarly ? this.#empties + 1 : 0;
      return messages;
    } catch (error) {
      if (this.#stop.aborted) return undefined;
      if (isFinal(error) || (error instanceof CredentialsError && !this.#worked)) throw error;
      const delayMs = outagePauseMs(this.#failures++);
      const message = `consumeMessages: receiving failed ${this.#failures} times in succession; the next attempt starts in ${delayMs} ms.`;
      warn({ ...this.#options, operation: 'consumeMessages', id: this.#input.queueUrl, error, message });
      await this.#pause(delayMs);
      return undefined;
    }
  }

  #now(): number {
    return sessionTime(this.#options).getTime();
  }

  #request(most: number): Promise<readonly ReceivedMessage[]> {
    const { queueUrl, waitSeconds = 20, visibilityTimeoutSeconds, stopNow, aws } = this.#input;
    const attemptTimeoutMs = Math.max(this.#options.attemptTimeoutMs ?? 0, (waitSeconds + 10) * 1_000);
    const options = { ...this.#options, attemptTimeoutMs, timeoutMs: attemptTimeoutMs + 30_000, maxAttempts: 1 };
    return requestConsumed(
      {
        queueUrl,
        maxNumberOfMessages: most,
        waitTimeSeconds: waitSeconds,
        visibilityTimeout: visibilityTimeoutSeconds,
        receiveRequestAttemptId: isFifo(queueUrl) ? this.#attemptId() : undefined,
        aws,
      },
      stopNow ? { ...options, signal: this.#stop } : stopSendingOn(options, this.#stop),
    );
  }

  /**
   * After a lost response, a retry with the same ID receives the same messages. Without it, their groups would be blocked until the timeout.
   */
  #attemptId(): string {
    if (!this.#attempt || this.#now() - this.#attempt.atMs > attemptLastsMs)
      this.#attempt = { id: crypto.randomUUID(), atMs: this.#now() };
    return this.#attempt.id;
  }

  /** After empty responses that took less than a second, e.g. with `waitSeconds: 0`, pauses for up to a second. */
  async #pauseAfterEmpty(): Promise<void> {
    if (this.#empties > 0) await this.#pause(Math.min(longestEmptyPauseMs, 25 * 2 ** this.#empties));
  }

  async #pause(delayMs: number): Promise<void> {
    await pauseFor(delayMs, { ...this.#options, signal: this.#stop }).catch(() => undefined);
  }
}
