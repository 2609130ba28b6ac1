/** How sockets are made. */
export interface SocketSettings {
  readonly connectMs: number;
  readonly maxSockets: number;
}

/** Milliseconds for which an idle socket is kept: less than the idle limit of AWS's servers and of the balancers before them. */
export const longestIdleMs = 10_000;
