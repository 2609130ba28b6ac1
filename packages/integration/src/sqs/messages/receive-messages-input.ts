import type { UnexpectedResponseError } from '@arch/core';
import type { AwsInput, StandardSchema } from '@arch/core/builder';

import type { Message } from './message.js';

export interface ReceiveMessagesInput<Body = string> extends AwsInput {
  /** URL of the queue. */
  readonly queueUrl: string;
  /**
   * Schema of the bodies, which are then parsed as JSON: from zod, valibot, arktype or another library that supports Standard Schema. Default:
   * a body is text.
   */
  readonly schema?: StandardSchema<Body> | undefined;
  /**
   * Called for a message whose body is not JSON, does not match the schema, or was damaged. The stream skips such a message and does not
   * delete it. It becomes visible again after its visibility timeout, and is moved to the dead-letter queue in the end. Throw an error to end
   * the stream, or call `deleteMessage` to remove the message.
   */
  readonly onInvalid?: ((error: UnexpectedResponseError, message: Message) => unknown) | undefined;
  /** Time for which a request waits for messages, in seconds, 0–20. Default: 20, which causes the lowest cost. */
  readonly waitSeconds?: number | undefined;
  /**
   * Maximum number of messages in one request, 1–10. Default: 1. The visibility timeout of all messages of a request starts with the request,
   * also while they wait for your loop. If the loop ends before it reaches a message, that message becomes visible again after its timeout,
   * and its receive count has increased.
   */
  readonly maxMessages?: number | undefined;
  /** Visibility timeout: the time for which a message is hidden from other consumers, in seconds, 0–43,200 (12 hours). Default: the queue's. */
  readonly visibilityTimeoutSeconds?: number | undefined;
  /**
   * Whether messages stay hidden until your loop requests the next message, up to 12 hours. Requires `visibilityTimeoutSeconds`. A failure is
   * published as a `warning` event. Default: `false`.
   */
  readonly extendVisibility?: boolean | undefined;
  /** Whether the stream ends when a request returns no message. Default: `false`, the stream continues until you stop. */
  readonly stopWhenEmpty?: boolean | undefined;
}
