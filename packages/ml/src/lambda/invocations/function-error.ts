import { ArchError, type ErrorDetails } from '@arch/core';

/** What a failed function adds to {@link ErrorDetails}. */
export interface FunctionErrorDetails extends ErrorDetails {
  readonly errorType?: string | undefined;
  readonly errorMessage?: string | undefined;
  readonly remoteStack?: string | undefined;
  readonly executedVersion?: string | undefined;
  readonly logTail?: string | undefined;
}

/** The function was called and failed: it threw, timed out, or could not start. `code` is Lambda's `Handled` or `Unhandled`. */
export class FunctionError extends ArchError {
  static override readonly kind: string = 'FunctionError';
  /** The name of the function's own error, e.g. `TypeError`, or Lambda's, e.g. `Sandbox.Timedout`. */
  readonly errorType: string | undefined;
  /** The message of the function's own error. */
  readonly errorMessage: string | undefined;
  /** Where in the function it was thrown. `stack` says where the function was called. */
  readonly remoteStack: string | undefined;
  /** `$LATEST`, or the version that an alias stood for. */
  readonly executedVersion: string | undefined;
  /** The last 4 KB of what it logged, where `logTail` asked for them. */
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
