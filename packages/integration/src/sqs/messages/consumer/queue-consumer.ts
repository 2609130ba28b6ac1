import { type CallOptions, scheduleFor, sessionTime, untilNextTurn, warn } from '@arch/core/builder';
import { isFifo } from '@arch/services/sqs';

import { hideConsumed } from '../../sqs-batches.js';
import { BackgroundDeletes } from './background-deletes.js';
import { FailedGroups } from './failed-groups.js';
import { checkHandlers } from './check-handlers.js';
import type { ConsumeMessagesInput } from './consume-messages-input.js';
import { ConsumerReceives } from './consumer-receives.js';
import { returnFailed } from './return-failed.js';
import { type Handled, handleMessages } from './handle-messages.js';
import { HandlerSlots } from './handler-slots.js';
import { HiddenMessages } from '../visibility/index.js';
import { hideForSeconds } from './hide-for-seconds.js';
import type { ReceivedMessage } from '../message.js';

type Input = ConsumeMessagesInput<unknown>;

/** Timeout of the requests at the end. */
const endMs = 10_000;

/** One run of `consumeMessages`. */
export class QueueConsumer {
  readonly #input: Input;
  readonly #options: CallOptions;
  /** Aborted when the user or an error stops the consumer. */
  readonly #stop: AbortSignal;
  readonly #halt: AbortController = new AbortController();
  readonly #handlers: Set<AbortController> = new Set();
  readonly #settling: Set<Promise<void>> = new Set();
  readonly #failedGroups: FailedGroups = new FailedGroups();
  readonly #slots: HandlerSlots;
  readonly #hidden: HiddenMessages;
  readonly #deletes: BackgroundDeletes;
  #final: { readonly error: unknown } | undefined;
  #closed = false;

  constructor(input: Input, options: CallOptions, stop: AbortSignal) {
    checkHandlers(input);
    this.#input = input;
    this.#options = options;
    this.#stop = AbortSignal.any([stop, this.#halt.signal]);
    const { queueUrl, concurrency = input.batchHandler ? 1 : 10 } = input;
    this.#slots = new HandlerSlots(concurrency, isFifo(queueUrl), (messages) => this.#work(messages));
    this.#hidden = new HiddenMessages(
      { operation: 'consumeMessages', queueUrl, request: hideConsumed, seconds: hideForSeconds(input, options) },
      { ...options, timeoutMs: endMs },
    );
    this.#deletes = new BackgroundDeletes(
      { queueUrl, onEnd: (message) => this.#hidden.remove(message), onFinal: (error) => this.#fail(error) },
      { ...options, timeoutMs: 30_000, maxAttempts: 1 },
    );
  }

  async run(): Promise<void> {
    const draining = this.#whenStopped(() => this.#drain());
    try {
      await this.#receiveAll();
    } catch (error) {
      this.#fail(error);
    }
    if (this.#stop.aborted) await draining.done;
    else draining.cancel();
    await this.#end();
    if (this.#final) throw this.#final.error;
  }

  /** Stops the consumer because of an error that retries cannot resolve. The consumer drains, then throws the error. */
  #fail(error: unknown): void {
    this.#final ??= { error };
    this.#halt.abort(error);
  }

  async #receiveAll(): Promise<void> {
    const { batchHandler, stopWhenEmpty } = this.#input;
    const receives = new ConsumerReceives(this.#input, this.#options, this.#stop);
    for (;;) {
      await this.#slots.until(() => this.#slots.free > 0, this.#stop);
      // Several handlers that settle in the same turn free several slots for one request.
      await untilNextTurn();
      if (this.#stop.aborted) return;
      const { idle, free } = this.#slots;
      const most = this.#failedGroups.any(this.#nowMs()) ? 1 : batchHandler ? 10 : Math.min(10, free);
      const messages = await receives.next(most);
      if (messages?.length === 0 && idle && stopWhenEmpty) return;
      if (messages && messages.length > 0) await this.#take(messages);
    }
  }

  async #take(messages: readonly ReceivedMessage[]): Promise<void> {
    if (this.#stop.aborted) return this.#returnToQueue(messages);
    this.#hidden.add(messages);
    this.#slots.take(this.#input.batchHandler ? [messages] : messages.map((message) => [message]));
  }

  #returnToQueue(messages: readonly ReceivedMessage[]): Promise<void> {
    return this.#hidden.makeVisible(messages.map((message) => ({ message, seconds: 0 })));
  }

  /** Handles messages. They occupy their slot until the failed messages are returned to the queue. */
  async #work(messages: readonly ReceivedMessage[]): Promise<void> {
    const limits = { timeoutMs: this.#input.handlerTimeoutMs, running: this.#handlers };
    const handled = await handleMessages(messages, this.#input, limits, this.#options);
    // The consumer has ended and has already reported this handler as unfinished.
    if (this.#closed) return;
    const settling = this.#settle(handled).finally(() => this.#settling.delete(settling));
    this.#settling.add(settling);
    await settling;
  }

  async #settle({ done, failed, unhandled }: Handled): Promise<void> {
    for (const message of done) {
      this.#failedGroups.handled(message.groupId);
      this.#deletes.add(message);
    }
    const groups = new Set<string>();
    if (isFifo(this.#input.queueUrl))
      for (const { received } of failed) if (received.groupId !== undefined) groups.add(received.groupId);
    for (const group of groups) this.#failedGroups.failed(group, this.#nowMs());
    const behind = groups.size > 0 ? this.#slots.removeWaiting(groups) : [];
    await this.#returnToQueue([...unhandled, ...behind]);
    await returnFailed(failed, this.#input, this.#hidden, this.#options);
  }

  #whenStopped(work: () => Promise<void>): { readonly done: Promise<void>; readonly cancel: () => void } {
    const { promise: done, resolve } = Promise.withResolvers<void>();
    const begin = (): void => resolve(work());
    if (this.#stop.aborted) begin();
    else this.#stop.addEventListener('abort', begin, { once: true });
    return { done, cancel: () => this.#stop.removeEventListener('abort', begin) };
  }

  /** Returns messages whose handling has not started, and waits for handlers for up to `drainMs`. Then aborts their signals. */
  async #drain(): Promise<void> {
    const { drainMs = 20_000 } = this.#input;
    const released = this.#returnToQueue(this.#slots.removeWaiting());
    const timedOut = new AbortController();
    const cancel = scheduleFor(drainMs, this.#options, () => timedOut.abort());
    await this.#slots.until(() => this.#slots.idle, timedOut.signal);
    cancel();
    if (!this.#slots.idle) {
      for (const handler of this.#handlers) handler.abort(stopped());
      await untilNextTurn();
    }
    await released;
  }

  async #end(): Promise<void> {
    this.#closed = true;
    this.#warnOfUnfinished();
    const timedOut = new AbortController();
    const cancel = scheduleFor(endMs, this.#options, () => timedOut.abort());
    timedOut.signal.addEventListener('abort', () => this.#deletes.giveUp(), { once: true });
    const settled = Promise.all(this.#settling).then(() => this.#deletes.settle());
    await Promise.race([settled, aborted(timedOut.signal)]);
    cancel();
    this.#hidden.end();
  }

  #warnOfUnfinished(): void {
    if (this.#handlers.size === 0) return;
    const ids = this.#slots.running.map(({ messageId }) => messageId).join(', ');
    const message = `consumeMessages: ${this.#handlers.size} handlers did not settle within drainMs. Their messages become visible when their visibility timeout ends: ${ids}.`;
    warn({ ...this.#options, operation: 'consumeMessages', id: this.#input.queueUrl, message });
  }

  #nowMs(): number {
    return sessionTime(this.#options).getTime();
  }
}

const stopped = (): DOMException => new DOMException('The consumer has stopped and drainMs has passed', 'AbortError');

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
