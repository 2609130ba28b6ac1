/** What the SDK tells of a response beside its members. */
export interface ResponseMetadata {
  readonly httpStatusCode?: number;
  readonly requestId?: string;
}

/** The facts of a response, where the SDK has put them. */
export const metadataOf = (answer: unknown): ResponseMetadata | undefined =>
  typeof answer === 'object' && answer !== null
    ? (answer as { readonly $metadata?: ResponseMetadata }).$metadata
    : undefined;
