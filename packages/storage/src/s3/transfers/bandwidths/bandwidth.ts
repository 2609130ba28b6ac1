import { type CallOptions, pauseFor, sessionTime } from '@arch/core/builder';

/** The bandwidth that the parts of one or more files share. */
export interface Bandwidth {
  /** Waits until the bytes can be sent or received. Rejects with the reason of the signal. */
  readonly take: (bytes: number, options: CallOptions) => Promise<void>;
}

/** The longest delay of a timer. */
const longestPauseMs = 2_147_483_647;

/**
 * Returns a bandwidth: a part begins when the parts before it would have ended at this speed. A part is never slowed down while it is in
 * progress, because its deadlines would then end it. Time without parts is not made up for.
 */
export const bandwidth = (bytesPerSecond: number): Bandwidth => {
  let freeAtMs = 0;
  return {
    take: async (bytes, options) => {
      const nowMs = sessionTime(options).getTime();
      const startMs = Math.max(nowMs, freeAtMs);
      freeAtMs = startMs + (bytes / bytesPerSecond) * 1_000;
      if (startMs > nowMs) await pauseFor(Math.min(longestPauseMs, startMs - nowMs), options);
    },
  };
};
