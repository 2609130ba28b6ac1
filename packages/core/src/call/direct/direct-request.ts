/** A request of the SDK. */
export interface DirectRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly query: Record<string, string | string[] | null>;
  headers: Record<string, string>;
  readonly body?: unknown;
  clone?(): DirectRequest;
}
