/** What a request does in AWS, and what follows from it where its response is lost. */
export interface Effect {
  /** Whether the request changes something. */
  readonly mutates: boolean;
  /** Whether repeating it does no harm: it is then retried although AWS may have completed it. */
  readonly repeatable: boolean;
  /** Whether AWS refuses a request that it has already completed: a second call then fails. */
  readonly isRefusedTwice?: boolean | undefined;
  /** What an error says where it was not repeated, instead of the usual sentence. */
  readonly advice?: string | undefined;
}

/** The token by which AWS recognizes a request that it has already completed. */
export interface SentToken {
  readonly value: string;
  /** How the caller passes it, e.g. `clientToken: '…'`; `undefined` where the caller has passed it. */
  readonly passAs: string | undefined;
}
