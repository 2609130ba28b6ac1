/** The error of an attempt whose response is not valid for the operation: it is empty, a proxy's page, or a truncated document. */
export class InvalidResponseError extends Error {
  override readonly name = 'InvalidResponseError';
  readonly $metadata: { readonly httpStatusCode: number; readonly requestId: string | undefined };
  /** The name of the root element. Hidden from logs: it may be the word of another server. */
  declare readonly root?: string | undefined;

  constructor(
    message: string,
    { status, requestId, root }: { status: number; requestId: string | undefined; root?: string | undefined },
  ) {
    super(message);
    this.$metadata = { httpStatusCode: status, requestId };
    Object.defineProperty(this, 'root', { value: root });
  }
}

/** Whether an error is an `InvalidResponseError`, also from another copy of this package, whose sessions this copy may use. */
export const isInvalidResponse = (error: Error): error is InvalidResponseError => error.name === 'InvalidResponseError';
