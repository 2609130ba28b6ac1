import type { ArchEvent } from '@arch/core';
import { callListener, type CallOptions } from '@arch/core/builder';

import { type TransferSlots, transferSlots } from './transfer-slots.js';

/** Slots for requests in parallel, whose number adapts to throttling. */
export interface AdaptiveSlots extends TransferSlots {
  /** The present number of slots. */
  readonly total: () => number;
  /** Returns options for the calls whose attempts change the number of slots. */
  readonly observing: (options: CallOptions) => CallOptions;
}

/** The statuses of S3's `SlowDown` and of similar responses. https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html */
const throttlingStatuses = new Set([429, 503]);

/**
 * Returns `most` slots. When S3 rejects a request because there are too many, their number is halved, and `onDecrease` is called with it. After as
 * many successful requests as there are slots, it grows by one, up to `most`. The retries of the SDK stay as they are.
 */
export const adaptiveSlots = (most: number, onDecrease?: (total: number) => void): AdaptiveSlots => {
  const { take, give, resize } = transferSlots(most);
  let [total, successes, decreasedAtMs] = [most, 0, Number.NEGATIVE_INFINITY];
  const set = (next: number): void => {
    [total, successes] = [next, 0];
    resize(next);
  };
  const decrease = (atMs: number): void => {
    decreasedAtMs = atMs;
    if (total === 1) return;
    set(Math.floor(total / 2));
    onDecrease?.(total);
  };
  const observe = (event: ArchEvent): void => {
    // A request that began before the last decrease says nothing about the present number.
    if (event.type !== 'attempt' || event.atMs - event.durationMs <= decreasedAtMs) return;
    const { status = 0, atMs } = event;
    if (throttlingStatuses.has(status)) decrease(atMs);
    else if (status >= 200 && status < 300 && ++successes >= total && total < most) set(total + 1);
  };
  return {
    take,
    give,
    total: () => total,
    observing: (options) => ({
      ...options,
      onEvent: (event) => {
        observe(event);
        if (options.onEvent) callListener(options.onEvent, event);
      },
    }),
  };
};
