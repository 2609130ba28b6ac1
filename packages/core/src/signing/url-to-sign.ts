/** A GET request that shall be made by its URL alone. */
export interface UrlToSign {
  /** The function that signs, for its errors. */
  readonly operation: string;
  /** The name that AWS signs under, e.g. `rds-db`. */
  readonly service: string;
  readonly hostname: string;
  readonly port: number;
  readonly query: Readonly<Record<string, string>>;
  readonly expiresInSeconds: number;
}
