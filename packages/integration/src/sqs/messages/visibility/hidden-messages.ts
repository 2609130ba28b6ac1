import { ArchError } from '@arch/core';
import { type CallOptions, scheduleFor, sessionTime, warn } from '@arch/core/builder';

import { changeVisibility, type Hiding, type VisibilityChange } from './change-visibility.js';
import type { ReceivedMessage } from '../message.js';

interface Hidden {
  readonly receivedAtMs: number;
  dueMs: number;
}

const readTimeoutAfterMs = 500;
/** SQS hides a message for at most 12 hours from its receive. */
const maxSeconds = 43_200;

/** Messages in flight: received, but neither deleted nor returned to the queue. Each is hidden again at half of its visibility timeout. */
export class HiddenMessages {
  readonly #hiding: Hiding;
  readonly #options: CallOptions;
  readonly #hidden: Map<ReceivedMessage, Hidden> = new Map();
  #seconds: number | undefined;
  #cancel: (() => void) | undefined;
  #underWay: Promise<void> = Promise.resolve();

  constructor(hiding: Hiding, options: CallOptions) {
    this.#hiding = hiding;
    this.#options = options;
    this.#seconds = typeof hiding.seconds === 'number' ? hiding.seconds : undefined;
  }

  add(messages: readonly ReceivedMessage[]): void {
    const receivedAtMs = this.#now();
    const dueMs = receivedAtMs + (this.#seconds === undefined ? readTimeoutAfterMs : this.#seconds * 500);
    for (const message of messages) this.#hidden.set(message, { receivedAtMs, dueMs });
    this.#schedule();
  }

  /** No longer hides a message again. */
  remove(message: ReceivedMessage): void {
    if (this.#hidden.delete(message) && this.#hidden.size === 0) this.#schedule();
  }

  /** Makes messages visible after some seconds. If that fails, a warning is published and the visibility timeout applies. */
  async makeVisible(messages: readonly VisibilityChange[]): Promise<void> {
    if (messages.length === 0) return;
    const wanted = messages.map(({ message, seconds }) => ({
      message,
      seconds: Math.min(seconds, this.#left(message)),
    }));
    for (const { message } of messages) this.#hidden.delete(message);
    this.#schedule();
    // The current request would hide them again.
    await this.#underWay;
    for (const [message, error] of await changeVisibility(this.#hiding, wanted, this.#options))
      if (!isNotInFlight(error))
        this.#warn(
          message,
          error,
          'could not be returned to the queue; it becomes visible when its visibility timeout ends',
        );
  }

  end(): void {
    this.#hidden.clear();
    this.#schedule();
  }

  #now(): number {
    return sessionTime(this.#options).getTime();
  }

  #left(message: ReceivedMessage): number {
    const receivedAtMs = this.#hidden.get(message)?.receivedAtMs ?? this.#now();
    return Math.max(0, maxSeconds - Math.ceil((this.#now() - receivedAtMs) / 1_000));
  }

  #schedule(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#hidden.size === 0 || this.#hiding.seconds === undefined) return;
    let dueMs = Number.POSITIVE_INFINITY;
    for (const each of this.#hidden.values()) dueMs = Math.min(dueMs, each.dueMs);
    this.#cancel = scheduleFor(Math.max(0, dueMs - this.#now()), this.#options, () => {
      this.#underWay = this.#hideAgain().finally(() => this.#schedule());
    });
  }

  async #hideAgain(): Promise<void> {
    const seconds = await this.#timeout();
    // Messages that are nearly due are included in the request.
    const untilMs = this.#now() + seconds * 50;
    const due = [...this.#hidden].flatMap(([message, { dueMs }]) => (dueMs <= untilMs ? [message] : []));
    const wanted = due.map((message) => ({ message, seconds: Math.min(seconds, this.#left(message)) }));
    for (const { message } of wanted) this.#hidden.get(message)!.dueMs = this.#now() + seconds * 500;
    const changed = wanted.filter(({ seconds }) => seconds > 0);
    // A failed message is due again soon, so the request is not retried here.
    for (const [message, error] of await changeVisibility(this.#hiding, changed, { ...this.#options, maxAttempts: 1 }))
      this.#failed(message, error, seconds);
    for (const { message } of wanted.filter(({ seconds }) => seconds <= 0))
      this.#lost(message, undefined, 'has been hidden for 12 hours, the maximum of SQS');
  }

  /** Returns the visibility timeout. If it was read from the queue, recalculates when messages are due. */
  async #timeout(): Promise<number> {
    const { seconds } = this.#hiding;
    if (this.#seconds === undefined && typeof seconds === 'function') {
      this.#seconds = await seconds();
      for (const each of this.#hidden.values()) each.dueMs = each.receivedAtMs + this.#seconds * 500;
    }
    return this.#seconds ?? 0;
  }

  #failed(message: ReceivedMessage, error: unknown, seconds: number): void {
    const hidden = this.#hidden.get(message);
    // It was deleted or returned to the queue in the meantime.
    if (!hidden) return;
    if (!(error instanceof ArchError && error.retryable))
      return this.#lost(message, error, 'cannot be hidden for longer');
    hidden.dueMs = this.#now() + Math.max(1_000, seconds * 125);
    this.#warn(message, error, 'could not be hidden for longer; the request is retried');
  }

  #lost(message: ReceivedMessage, error: unknown, what: string): void {
    this.#hidden.delete(message);
    this.#warn(message, error, `${what}: another consumer may receive it while it is handled`);
  }

  #warn({ messageId: id }: ReceivedMessage, error: unknown, what: string): void {
    const { operation } = this.#hiding;
    warn({ ...this.#options, operation, id, error, message: `${operation}: message ${id} ${what}.` });
  }
}

/** Whether a message is no longer in flight: it is visible again, or was deleted, e.g. by `onFailed`. */
const isNotInFlight = (error: unknown): boolean =>
  /^(AWS\.SimpleQueueService\.)?(MessageNotInflight|ReceiptHandleIsInvalid|InvalidParameterValue)$/.test(
    (error as ArchError).code ?? '',
  );
