import type { AwsInput, StandardSchema } from '@arch/core/builder';

import type { Message } from '../message.js';

/** The context of a handler, its second argument. */
export interface HandlerContext {
  /** Aborted after `handlerTimeoutMs`, and `drainMs` after the consumer was stopped. */
  readonly signal: AbortSignal;
}

/** The messages for which a batch handler failed. */
export type FailedMessages = readonly Pick<Message<unknown>, 'receiptHandle'>[];

export interface ConsumeMessagesInput<Body = string> extends AwsInput {
  /** URL of the queue. */
  readonly queueUrl: string;
  /**
   * Handles one message. The message is deleted if the handler resolves, and stays in the queue if it throws. Provide this or `batchHandler`.
   */
  readonly handler?: ((message: Message<Body>, context: HandlerContext) => unknown) | undefined;
  /**
   * Handles up to ten messages of one receive request, and returns the messages that failed. All others are deleted. If it throws, all
   * messages have failed. In a FIFO queue, messages behind a failed message of their group have also failed. Provide this or `handler`.
   */
  readonly batchHandler?:
    | ((
        messages: readonly Message<Body>[],
        context: HandlerContext,
      ) => FailedMessages | undefined | void | Promise<FailedMessages | undefined | void>)
    | undefined;
  /**
   * Maximum number of handlers that run at the same time, 1–120,000. Default: 10, or 1 with `batchHandler`. Messages are received only when
   * handlers are free.
   */
  readonly concurrency?: number | undefined;
  /**
   * Schema of the bodies, which are then parsed as JSON: from zod, valibot, arktype or another library that supports Standard Schema. A
   * message that does not match the schema has failed. Default: a body is text.
   */
  readonly schema?: StandardSchema<Body> | undefined;
  /** Time for which a request waits for messages, in seconds, 0–20. Default: 20, which causes the lowest cost. */
  readonly waitSeconds?: number | undefined;
  /**
   * Visibility timeout: the time for which a received message is hidden from other consumers, in seconds, 0–43,200 (12 hours). Default: the
   * queue's.
   */
  readonly visibilityTimeoutSeconds?: number | undefined;
  /**
   * Whether messages stay hidden until their handler has settled, up to 12 hours. Each message is hidden again at half of its visibility
   * timeout. Default: `true`. If `visibilityTimeoutSeconds` is omitted, the timeout of the queue is read once, when a handler takes longer
   * than half a second.
   */
  readonly extendVisibility?: boolean | undefined;
  /**
   * Timeout of a handler, in milliseconds, 1–43,200,000 (12 hours). Its signal is then aborted. Until the handler settles, it still counts for
   * `concurrency` and its messages stay hidden. They have failed, also if the handler resolves. Default: no timeout.
   */
  readonly handlerTimeoutMs?: number | undefined;
  /**
   * Time after which a failed message becomes visible again, in seconds, 0–43,200: a number, or a function of the number of receives of the
   * message. Default: the message becomes visible when its visibility timeout ends.
   */
  readonly retryAfterSeconds?: number | ((receiveCount: number) => number) | undefined;
  /**
   * Called with the error for each failed message, before the message is returned to the queue. If the body does not match the schema,
   * `message.body` is text. The function may delete the message, e.g. after it was stored elsewhere. Until it settles, the message still
   * counts for `concurrency`. If it throws, a `warning` event is published.
   */
  readonly onFailed?: ((error: unknown, message: Message<Body> | Message) => unknown) | undefined;
  /** Time for which running handlers may continue after an abort, in milliseconds, 0–2,147,483,647. Default: 20,000. */
  readonly drainMs?: number | undefined;
  /**
   * Whether an abort cancels the current receive request, instead of waiting for its response for up to `waitSeconds`. Messages that SQS has
   * already assigned to that request stay hidden until their timeout ends, and their receive count has increased. Default: `false`.
   */
  readonly stopNow?: boolean | undefined;
  /** Whether the function ends when a request returns no message and no handler runs. Default: `false`, it runs until it is stopped. */
  readonly stopWhenEmpty?: boolean | undefined;
}
