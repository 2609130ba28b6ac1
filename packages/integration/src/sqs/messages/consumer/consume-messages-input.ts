import type { AwsInput, StandardSchema } from '@arch/core/builder';

import type { Message } from '../message.js';

/** What a handler receives beside its messages. */
export interface HandlerContext {
  /** Aborted at `handlerTimeoutMs`, and when the consumer stops and `drainMs` are over. */
  readonly signal: AbortSignal;
}

/** The messages that a batch handler could not handle, as it received them. */
export type FailedMessages = readonly Pick<Message<unknown>, 'receiptHandle'>[];

export interface ConsumeMessagesInput<Body = string> extends AwsInput {
  readonly queueUrl: string;
  /** Handles one message, which is deleted after it has resolved. When it throws, its message stays in the queue. Provide this or `batchHandler`. */
  readonly handler?: ((message: Message<Body>, context: HandlerContext) => unknown) | undefined;
  /**
   * Handles up to ten messages of one receive, and returns those that failed; all others are deleted. When it throws, all have failed. In a
   * FIFO queue, messages behind a failed one of their group count as failed too.
   */
  readonly batchHandler?:
    | ((
        messages: readonly Message<Body>[],
        context: HandlerContext,
      ) => FailedMessages | undefined | void | Promise<FailedMessages | undefined | void>)
    | undefined;
  /** Handlers that run at the same time, 1–120,000. Default 10; with `batchHandler` 1. No more messages are received than handlers are free. */
  readonly concurrency?: number | undefined;
  /** Reads each body as JSON by a schema of zod, valibot, arktype or another library of Standard Schema. A message that does not fit has failed. */
  readonly schema?: StandardSchema<Body> | undefined;
  /** For how long a request waits for messages, 0–20. Default 20, which costs least. */
  readonly waitSeconds?: number | undefined;
  /** For how long a received message is hidden from other consumers, 0–43,200 (12 hours). Default: the queue's. */
  readonly visibilityTimeoutSeconds?: number | undefined;
  /**
   * Hides messages for longer, at half of their timeout, until their handler has settled, up to 12 hours. Default `true`. Where
   * `visibilityTimeoutSeconds` is absent, the queue's is read once, when a handler takes longer than half a second.
   */
  readonly extendVisibility?: boolean | undefined;
  /**
   * Milliseconds that a handler may take, 1–43,200,000; then its signal is aborted. Its slot stays taken, and its messages stay hidden, until
   * it settles; they have failed, also if it resolves. Default: no limit.
   */
  readonly handlerTimeoutMs?: number | undefined;
  /**
   * When a failed message becomes visible again, in seconds from its failure, 0–43,200: a number, or a function of how often the message has
   * been received. Default: when its visibility timeout ends.
   */
  readonly retryAfterSeconds?: number | ((receiveCount: number) => number) | undefined;
  /**
   * Hears of each message that failed, with the error, before it is given back: a body that does not fit the schema is in `message` as it came.
   * It may delete the message, e.g. after it was stored elsewhere. The slot is free when it has settled. When it throws, a warning says so.
   */
  readonly onFailed?: ((error: unknown, message: Message<Body> | Message) => unknown) | undefined;
  /** Milliseconds that running handlers have after an abort, 0–2,147,483,647. Default 20,000. */
  readonly drainMs?: number | undefined;
  /**
   * Cuts the request for messages that is under way at an abort, instead of waiting for its response (up to `waitSeconds`). Its cost: messages
   * that SQS has already assigned to it stay hidden until their timeout ends, and count as received once more. Default `false`.
   */
  readonly stopNow?: boolean | undefined;
  /** Ends when a request finds no message while no handler runs. Default `false`: it goes on until it is stopped. */
  readonly stopWhenEmpty?: boolean | undefined;
}
