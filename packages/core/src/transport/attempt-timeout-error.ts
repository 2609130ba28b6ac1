/** How an attempt ends that took too long: the SDK knows the name `TimeoutError` and tries again. */
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

/** Whether an error is one of these, also one of another copy of this package, whose sessions may work in our calls. */
export const isAttemptTimeout = (error: Error): error is AttemptTimeoutError =>
  error.name === 'TimeoutError' && 'limitMs' in error;

export class ConnectTimeoutError extends AttemptTimeoutError {
  constructor(limitMs: number) {
    super(`No connection within ${limitMs} ms`, 'connect', limitMs);
  }
}

export class ResponseTimeoutError extends AttemptTimeoutError {
  constructor(limitMs: number) {
    super(`No answer within ${limitMs} ms`, 'attempt', limitMs);
  }
}

export class BodyTimeoutError extends AttemptTimeoutError {
  constructor(limitMs: number) {
    super(`The answer's body stood still for ${limitMs} ms`, 'body-idle', limitMs);
  }
}
