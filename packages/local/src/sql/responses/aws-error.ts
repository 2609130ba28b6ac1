export interface AwsErrorOptions extends ErrorOptions {
  /** The HTTP status. Default: 400. */
  readonly status?: number | undefined;
  /** Further members of the response, e.g. `ResourceId`. */
  readonly members?: Readonly<Record<string, unknown>> | undefined;
}

/** An error that is sent as an error of AWS. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  /** AWS's error code, e.g. `ValidationException`. */
  readonly type: string;
  readonly status: number;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(type: string, message: string, { status = 400, members = {}, ...options }: AwsErrorOptions = {}) {
    super(message, options);
    this.type = type;
    this.status = status;
    this.members = members;
  }
}
