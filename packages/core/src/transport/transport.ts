/** An HTTP request: the part of the SDK's request that a transport reads. */
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

/** An HTTP response. */
export interface TransportResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  /** A Node.js stream. */
  readonly body?: unknown;
}

/** Options of one request. */
export interface TransportOptions {
  readonly abortSignal?: AbortSignal | undefined;
  /** Whether the response is content that is read in blocks. A transport may then use a quicker way. */
  readonly isContent?: boolean | undefined;
}

/** Sends requests over the network, one per attempt, below the SDK. `fakeAws()` replaces it. */
export interface Transport {
  handle(request: TransportRequest, options?: TransportOptions): Promise<{ response: TransportResponse }>;
  /** Closes all sockets. */
  destroy(): void;
}
