/** Settings of sockets. */
export interface SocketSettings {
  readonly connectMs: number;
  readonly maxSockets: number;
}

/** Milliseconds after which an idle socket is closed: less than the idle timeout of AWS's servers and load balancers. */
export const longestIdleMs = 10_000;
