/** The result of one check during a wait. */
export interface Progress {
  /** The resource's state, as AWS names it, e.g. `pending`. */
  readonly state: string;
  /** AWS's reason for the state, if there is one. */
  readonly reason?: string | undefined;
  /** Milliseconds since the wait began. */
  readonly elapsedMs: number;
  /** The number of checks, including this one. */
  readonly attempt: number;
}

/** The options of a wait. */
export interface WaitOptions {
  /** Deadline of the wait in milliseconds. Default: 600,000, or more for slow resources. */
  readonly timeoutMs?: number | undefined;
  /** The first pause in milliseconds; later pauses grow to at most 15,000. Default: 1,000, or more for slow resources. */
  readonly pollMs?: number | undefined;
  /** Called after every check of the resource. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}
