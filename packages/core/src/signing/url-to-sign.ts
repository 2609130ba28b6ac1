/** A GET request that is sent by URL only, without headers. */
export interface UrlToSign {
  /** The function that signs, for error messages. */
  readonly operation: string;
  /** AWS's signing name, e.g. `rds-db`. */
  readonly service: string;
  readonly hostname: string;
  readonly port: number;
  readonly query: Readonly<Record<string, string>>;
  /** Validity of the URL in seconds. */
  readonly expiresInSeconds: number;
}
