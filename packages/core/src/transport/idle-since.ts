/** The time since which a socket is idle, by the wall clock and the monotonic clock. */
export interface IdleSince {
  readonly atMs: number;
  readonly uptimeMs: number;
  readonly limitMs: number;
}

export const idleSince = (limitMs: number): IdleSince => ({ atMs: Date.now(), uptimeMs: performance.now(), limitMs });

/**
 * Whether a socket was idle for too long, also if no timer ran because the process was frozen. Some machines stop one of the clocks in a freeze,
 * and the wall clock may be set back: the larger difference counts.
 */
export const isOver = ({ atMs, uptimeMs, limitMs }: IdleSince): boolean =>
  Math.max(Date.now() - atMs, performance.now() - uptimeMs) >= limitMs;
