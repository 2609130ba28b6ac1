/** What a wait has seen. */
export interface Progress {
  /** The resource's state in AWS's words, e.g. `pending`. */
  readonly state: string;
  /** AWS's reason for the state, where it gives one. */
  readonly reason?: string | undefined;
  readonly elapsedMs: number;
  /** Counted from 1. */
  readonly attempt: number;
}

/** How to wait. */
export interface WaitOptions {
  /** Milliseconds until the wait gives up. Default: 600,000, or what the resource needs. */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds of the first pause; pauses then grow to 15,000. Default: 1,000, or the resource's own pace. */
  readonly pollMs?: number | undefined;
  /** Hears of every look at the resource. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}
