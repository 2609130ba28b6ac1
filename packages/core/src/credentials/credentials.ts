/** Credentials that sign requests. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  /** Time at which they expire. Absent for long-term credentials. */
  readonly expiration?: Date | undefined;
  /** ID of the account that they belong to, if the source knows it. Endpoints that contain the account ID use it. */
  readonly accountId?: string | undefined;
}

/** A request for credentials, as a `CredentialProvider` receives it. */
export interface CredentialRequest {
  /** Aborted when the credentials are not needed any more: at the time limit, or after the last call that waited for them has ended. */
  readonly signal: AbortSignal;
  /** Whether AWS has rejected the previous credentials as expired or unknown: a cache must not return them again. */
  readonly forceRefresh: boolean;
}

/** Returns credentials. A session calls it once, again before the credentials expire, and again if AWS rejects them as expired or unknown. */
export type CredentialProvider = (request: CredentialRequest) => Promise<Credentials>;
