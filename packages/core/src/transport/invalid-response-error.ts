/** The error of an attempt whose response is not valid for the operation: it is empty, a proxy's page, or a truncated document. */
export class InvalidResponseError extends Error {
  override readonly name = 'InvalidResponseError';
  readonly $metadata: { readonly httpStatusCode: number; readonly requestId: string | undefined };

  constructor(message: string, { status, requestId }: { status: number; requestId: string | undefined }) {
    super(message);
    this.$metadata = { httpStatusCode: status, requestId };
  }
}

/** Whether an error is an `InvalidResponseError`, also from another copy of this package, whose sessions this copy may use. */
export const isInvalidResponse = (error: Error): error is InvalidResponseError => error.name === 'InvalidResponseError';
