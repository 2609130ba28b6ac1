/** What an error knows beside its message. All of it is safe to log: no secret is ever put here. */
export interface ErrorDetails {
  /** The function that was called, e.g. `startInstance`. */
  readonly operation?: string | undefined;
  /** The kind of resource it was about, e.g. `instance`. */
  readonly resource?: string | undefined;
  /** The resource's identifier, e.g. `i-0123456789abcdef0`. */
  readonly id?: string | undefined;
  /** AWS's error code as it came over the wire, e.g. `InvalidInstanceID.NotFound`. */
  readonly code?: string | undefined;
  /** HTTP status of the answer. */
  readonly status?: number | undefined;
  /** AWS's ID of the request, for a support case. */
  readonly requestId?: string | undefined;
  /** Whether the same call may succeed later without a change, and does no harm where AWS has completed this one. */
  readonly retryable?: boolean | undefined;
  /** Whether AWS may have completed the request although the call failed: its response was lost, or the deadline came first. */
  readonly outcomeUnknown?: boolean | undefined;
  /** The idempotency token that was sent: a call with the same token is not done twice. */
  readonly idempotencyToken?: string | undefined;
  /** Requests that were sent before the call failed. */
  readonly attempts?: number | undefined;
  readonly cause?: unknown;
}

const kinds: unique symbol = Symbol.for('@arch/error') as never;

/**
 * The root of every error that this library throws. `error instanceof NotFoundError` also holds for an error of another copy of this
 * package in the same process.
 */
export class ArchError extends Error {
  /** Name of the class; also written into every error, so that copies of this package recognize each other's. */
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
    // The usual case is not worth a line in a log.
    if (!this.outcomeUnknown) Object.defineProperty(this, 'outcomeUnknown', { enumerable: false });
  }

  static override [Symbol.hasInstance](this: typeof ArchError, value: unknown): boolean {
    // A class that somebody has derived and not named is recognized as any class is.
    if (!Object.hasOwn(this, 'kind')) return Function.prototype[Symbol.hasInstance].call(this, value);
    return (
      typeof value === 'object' &&
      value !== null &&
      kinds in value &&
      (value[kinds] as readonly string[]).includes(this.kind)
    );
  }
}

/** Sets what is only known when a call has ended. */
export const setOutcome = (
  error: ArchError,
  outcome: Partial<Pick<ArchError, 'retryable' | 'outcomeUnknown' | 'idempotencyToken'>>,
): void => {
  for (const [name, value] of Object.entries(outcome)) {
    if (value !== undefined)
      Object.defineProperty(error, name, { value, enumerable: true, configurable: true, writable: true });
  }
};

/** Keeps members that nothing is known of out of logs. */
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
