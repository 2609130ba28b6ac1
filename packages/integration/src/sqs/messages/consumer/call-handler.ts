import { DeadlineError } from '@arch/core';
import { type CallOptions, scheduleFor } from '@arch/core/builder';

import type { HandlerContext } from './consume-messages-input.js';

/** How long handlers may take, and how all of them are told to stop. */
export interface HandlerLimits {
  readonly timeoutMs: number | undefined;
  /** The controllers of the handlers that run. */
  readonly running: Set<AbortController>;
}

/** Calls a handler. One whose signal was aborted has failed whenever it settles, also if it resolves: it may have given up its work. */
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
    `consumeMessages: the handler took longer than ${limitMs} ms. Its message stays in the queue. Pass a longer handlerTimeoutMs, or a smaller task.`,
    { operation: 'consumeMessages', limit: 'call', limitMs, phase: 'running the handler' },
  );
