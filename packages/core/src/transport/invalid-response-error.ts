/** How an attempt ends whose response is not the operation's: empty, a proxy's page, a document that breaks off. */
export class InvalidResponseError extends Error {
  override readonly name = 'InvalidResponseError';
  readonly $metadata: { readonly httpStatusCode: number; readonly requestId: string | undefined };

  constructor(message: string, { status, requestId }: { status: number; requestId: string | undefined }) {
    super(message);
    this.$metadata = { httpStatusCode: status, requestId };
  }
}

/** Whether an error is one of these, also one of another copy of this package, whose sessions may work in our calls. */
export const isInvalidResponse = (error: Error): error is InvalidResponseError => error.name === 'InvalidResponseError';
