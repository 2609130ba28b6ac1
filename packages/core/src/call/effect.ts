/** The effect of a request in AWS. It decides whether the request is retried after its response was lost. */
export interface Effect {
  /** Whether the request changes anything in AWS. */
  readonly mutates: boolean;
  /** Whether the request is safe to repeat: it is then retried even if AWS may have completed it. */
  readonly repeatable: boolean;
  /** Whether AWS rejects a second request after it has completed the first one. Default `false`. */
  readonly isRefusedTwice?: boolean | undefined;
  /** Text of the error if the request was not retried. Default: a general sentence. */
  readonly advice?: string | undefined;
}

/** An idempotency token: AWS uses it to recognize a request that it has already completed. */
export interface SentToken {
  readonly value: string;
  /** How to pass the token, e.g. `clientToken: '…'`. `undefined` if the caller has passed it. */
  readonly passAs: string | undefined;
}
