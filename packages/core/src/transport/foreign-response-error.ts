/** How an attempt ends whose response is not the operation's: empty, a proxy's page, a document that breaks off. */
export class ForeignResponseError extends Error {
  override readonly name = 'ForeignResponseError';
  readonly $metadata: { readonly httpStatusCode: number; readonly requestId: string | undefined };

  constructor(message: string, { status, requestId }: { status: number; requestId: string | undefined }) {
    super(message);
    this.$metadata = { httpStatusCode: status, requestId };
  }
}

/** Whether an error is one of these, also one of another copy of this package, whose sessions may work in our calls. */
export const isForeignResponse = (error: Error): error is ForeignResponseError => error.name === 'ForeignResponseError';
