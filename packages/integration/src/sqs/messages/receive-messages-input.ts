import type { UnexpectedResponseError } from '@arch/core';
import type { AwsInput, StandardSchema } from '@arch/core/builder';

import type { Message } from './message.js';

export interface ReceiveMessagesInput<Body = string> extends AwsInput {
  readonly queueUrl: string;
  /** Reads each body as JSON by a schema of zod, valibot, arktype or another library of Standard Schema. Default: a body is a text. */
  readonly schema?: StandardSchema<Body> | undefined;
  /**
   * Hears of a message whose body is no JSON, does not fit the schema, or was damaged. Such a message is passed over and not deleted: it comes back after its
   * visibility timeout, until it goes to the dead-letter queue. To end the stream, throw; to remove the message, call `deleteMessage`.
   */
  readonly onInvalid?: ((error: UnexpectedResponseError, message: Message) => unknown) | undefined;
  /** For how long a request waits for messages, 0–20. Default 20, which costs least. */
  readonly waitSeconds?: number | undefined;
  /**
   * Messages in one request at most, 1–10. Default 1. With more, the others wait, hidden, until it is their turn: the timeout of all of them runs
   * from the request on. Those that a loop leaves unhandled when it ends come again after their timeout, and have been received once more.
   */
  readonly maxMessages?: number | undefined;
  /** For how long a message is hidden from other consumers, 0–43,200 (12 hours). Default: the queue's. */
  readonly visibilityTimeoutSeconds?: number | undefined;
  /**
   * Hides messages for longer until your loop asks for the message behind them, up to 12 hours; requires `visibilityTimeoutSeconds`. When that
   * fails, a `warning` event says so. Default `false`.
   */
  readonly extendVisibility?: boolean | undefined;
  /** Ends when a request finds no message. Default `false`: it goes on until you stop. */
  readonly stopWhenEmpty?: boolean | undefined;
}
