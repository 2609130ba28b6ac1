/** A request as it goes over the network: the part of the SDK's that a transport reads. */
export interface TransportRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number | undefined;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>> | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An answer as it comes from the network. */
export interface TransportResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  /** A Node.js stream. */
  readonly body?: unknown;
}

/** What carries one attempt over the network: the seam below the SDK that `fakeAws()` replaces. */
export interface Transport {
  handle(
    request: TransportRequest,
    options?: { readonly abortSignal?: AbortSignal },
  ): Promise<{ response: TransportResponse }>;
  /** Closes the sockets. */
  destroy(): void;
}
