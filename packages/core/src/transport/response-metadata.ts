/** Metadata that the SDK adds to a response or error. */
export interface ResponseMetadata {
  readonly httpStatusCode?: number;
  readonly requestId?: string;
  /** Number of requests that were sent. */
  readonly attempts?: number;
}

/** Reads the metadata of a response or error of the SDK. */
export const metadataOf = (value: unknown): ResponseMetadata | undefined =>
  typeof value === 'object' && value !== null
    ? (value as { readonly $metadata?: ResponseMetadata }).$metadata
    : undefined;
