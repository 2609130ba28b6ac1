import { DeadlineError } from '@arch/core';
import { type CallOptions, scheduleFor } from '@arch/core/builder';

import type { HandlerContext } from './consume-messages-input.js';

/** The timeout of handlers, and the controllers that stop them. */
export interface HandlerLimits {
  readonly timeoutMs: number | undefined;
  /** The controllers of the running handlers. */
  readonly running: Set<AbortController>;
}

/** Calls a handler. A handler whose signal was aborted has failed, also if it resolves: it may not have finished its work. */
export const callHandler = async <Result>(
  handle: (context: HandlerContext) => Result,
  { timeoutMs, running }: HandlerLimits,
  options: CallOptions,
): Promise<Awaited<Result>> => {
  const controller = new AbortController();
  running.add(controller);
  const cancel =
    timeoutMs === undefined ? undefined : scheduleFor(timeoutMs, options, () => controller.abort(timeoutOf(timeoutMs)));
  try {
    const result = await handle({ signal: controller.signal });
    controller.signal.throwIfAborted();
    return result;
  } finally {
    cancel?.();
    running.delete(controller);
  }
};

const timeoutOf = (limitMs: number): DeadlineError =>
  new DeadlineError(
    `consumeMessages: the handler took longer than ${limitMs} ms. Its message stays in the queue. Pass a longer handlerTimeoutMs, or split the work into smaller messages.`,
    { operation: 'consumeMessages', limit: 'call', limitMs, phase: 'running the handler' },
  );
