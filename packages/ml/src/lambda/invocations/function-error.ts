import { ArchError, type ErrorDetails } from '@arch/core';

/** The details of a {@link FunctionError}. */
export interface FunctionErrorDetails extends ErrorDetails {
  /** Name of the function's error, e.g. `TypeError`. */
  readonly errorType?: string | undefined;
  /** Message of the function's error. */
  readonly errorMessage?: string | undefined;
  /** Stack of the function's error. */
  readonly remoteStack?: string | undefined;
  /** Version of the function that ran. */
  readonly executedVersion?: string | undefined;
  /** The last 4 KB of the log. */
  readonly logTail?: string | undefined;
}

/** The function was invoked and failed: it threw an error, timed out, or could not start. `code` is Lambda's `Handled` or `Unhandled`. */
export class FunctionError extends ArchError {
  static override readonly kind: string = 'FunctionError';
  /** The name of the function's error, e.g. `TypeError`, or of Lambda's error, e.g. `Sandbox.Timedout`. */
  readonly errorType: string | undefined;
  /** The message of the function's error. */
  readonly errorMessage: string | undefined;
  /** The stack of the function's error. `stack` is the stack of the call. */
  readonly remoteStack: string | undefined;
  /** The version that ran: `$LATEST`, or the version of the alias. */
  readonly executedVersion: string | undefined;
  /** The last 4 KB of the log, if the input contains `logTail: true`. */
  readonly logTail: string | undefined;

  constructor(message: string, details: FunctionErrorDetails) {
    super(message, details);
    this.errorType = details.errorType;
    this.errorMessage = details.errorMessage;
    this.remoteStack = details.remoteStack;
    this.executedVersion = details.executedVersion;
    this.logTail = details.logTail;
    for (const [name, value] of Object.entries(this)) {
      if (value === undefined) Object.defineProperty(this, name, { enumerable: false });
    }
  }
}
