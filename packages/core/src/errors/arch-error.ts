/** Details of an error, in addition to its message. They contain no secrets and are safe to log. */
export interface ErrorDetails {
  /** The function that was called, e.g. `startInstance`. */
  readonly operation?: string | undefined;
  /** The kind of resource that the error is about, e.g. `instance`. */
  readonly resource?: string | undefined;
  /** The resource's identifier, e.g. `i-0123456789abcdef0`. */
  readonly id?: string | undefined;
  /** AWS's error code as AWS sent it, e.g. `InvalidInstanceID.NotFound`. */
  readonly code?: string | undefined;
  /** HTTP status of the response. */
  readonly status?: number | undefined;
  /** AWS's ID of the request. AWS Support asks for it. */
  readonly requestId?: string | undefined;
  /** Whether the same call may succeed later, and is safe to repeat even if AWS has completed this one. Default `false`. */
  readonly retryable?: boolean | undefined;
  /** Whether AWS may have completed the request although the call failed: the response was lost, or the deadline passed. Default `false`. */
  readonly outcomeUnknown?: boolean | undefined;
  /** The idempotency token that was sent. AWS does not complete a second request with the same token. */
  readonly idempotencyToken?: string | undefined;
  /** Number of requests that were sent before the call failed. */
  readonly attempts?: number | undefined;
  /** The error that caused this one, e.g. of the AWS SDK. */
  readonly cause?: unknown;
}

const kinds: unique symbol = Symbol.for('@arch/error') as never;

/**
 * The base class of every error that this library throws. `error instanceof NotFoundError` is also `true` for errors from another copy of
 * this package in the same process.
 */
export class ArchError extends Error {
  /** Name of the class. Every error carries it, so that several copies of this package recognize each other's errors. */
  static readonly kind: string = 'ArchError';

  readonly operation: string | undefined;
  readonly resource: string | undefined;
  readonly id: string | undefined;
  readonly code: string | undefined;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryable: boolean;
  readonly outcomeUnknown: boolean;
  readonly idempotencyToken: string | undefined;
  readonly attempts: number | undefined;

  constructor(message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    const lineage = lineageOf(new.target);
    Object.defineProperty(this, kinds, { value: lineage });
    Object.defineProperty(this, 'name', { value: lineage[0], configurable: true });
    this.operation = details.operation;
    this.resource = details.resource;
    this.id = details.id;
    this.code = details.code;
    this.status = details.status;
    this.requestId = details.requestId;
    this.retryable = details.retryable ?? false;
    this.outcomeUnknown = details.outcomeUnknown ?? false;
    this.idempotencyToken = details.idempotencyToken;
    this.attempts = details.attempts;
    hideUndefined(this);
    // `false` is the usual case: hidden from logs.
    if (!this.outcomeUnknown) Object.defineProperty(this, 'outcomeUnknown', { enumerable: false });
  }

  static override [Symbol.hasInstance](this: typeof ArchError, value: unknown): boolean {
    // A user-defined subclass has no `kind` of its own: the prototype chain decides.
    if (!Object.hasOwn(this, 'kind')) return Function.prototype[Symbol.hasInstance].call(this, value);
    return (
      typeof value === 'object' &&
      value !== null &&
      kinds in value &&
      (value[kinds] as readonly string[]).includes(this.kind)
    );
  }
}

/** Sets members that are known only at the end of a call. */
export const setOutcome = (
  error: ArchError,
  outcome: Partial<Pick<ArchError, 'retryable' | 'outcomeUnknown' | 'idempotencyToken'>>,
): void => {
  for (const [name, value] of Object.entries(outcome)) {
    if (value !== undefined)
      Object.defineProperty(error, name, { value, enumerable: true, configurable: true, writable: true });
  }
};

/** Hides members that are `undefined` from logs. */
export const hideUndefined = (error: Error): void => {
  for (const [name, value] of Object.entries(error)) {
    if (value === undefined) Object.defineProperty(error, name, { enumerable: false });
  }
};

const lineageOf = (type: typeof ArchError): readonly string[] => {
  const names: string[] = [];
  for (let each = type; typeof each.kind === 'string'; each = Object.getPrototypeOf(each) as typeof ArchError) {
    if (!names.includes(each.kind)) names.push(each.kind);
  }
  return names;
};
