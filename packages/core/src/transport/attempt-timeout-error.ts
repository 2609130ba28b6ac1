/** The error of an attempt that reached a time limit. The SDK retries errors named `TimeoutError`. */
export class AttemptTimeoutError extends Error {
  readonly limit: 'connect' | 'attempt' | 'body-idle';
  readonly limitMs: number;

  constructor(message: string, limit: 'connect' | 'attempt' | 'body-idle', limitMs: number) {
    super(message);
    this.name = 'TimeoutError';
    this.limit = limit;
    this.limitMs = limitMs;
  }
}

/** Whether an error is an `AttemptTimeoutError`, also from another copy of this package, whose sessions this copy may use. */
export const isAttemptTimeout = (error: Error): error is AttemptTimeoutError =>
  error.name === 'TimeoutError' && 'limitMs' in error;

export class ConnectTimeoutError extends AttemptTimeoutError {
  constructor(limitMs: number) {
    super(`No connection within ${limitMs} ms`, 'connect', limitMs);
  }
}

export class ResponseTimeoutError extends AttemptTimeoutError {
  constructor(limitMs: number) {
    super(`No response within ${limitMs} ms`, 'attempt', limitMs);
  }
}

export class BodyTimeoutError extends AttemptTimeoutError {
  constructor(limitMs: number) {
    super(`No new bytes of the response body for ${limitMs} ms`, 'body-idle', limitMs);
  }
}
