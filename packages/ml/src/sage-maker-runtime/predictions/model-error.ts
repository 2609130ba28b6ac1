import { ArchError, type ErrorDetails } from '@arch/core';

/** The details of a {@link ModelError}. */
export interface ModelErrorDetails extends ErrorDetails {
  /** HTTP status of the container's response. */
  readonly originalStatusCode?: number | undefined;
  /** Body of the container's response. */
  readonly originalMessage?: string | undefined;
  /** ARN of the container's log stream. */
  readonly logStreamArn?: string | undefined;
}

/** The model was invoked and its container failed: it returned an error, or did not respond within 60 seconds. */
export class ModelError extends ArchError {
  static override readonly kind: string = 'ModelError';
  /** The HTTP status of the container's response; 0 if it did not respond. */
  readonly originalStatusCode: number | undefined;
  /** The body of the container's response. */
  readonly originalMessage: string | undefined;
  /** The ARN of the container's log stream in CloudWatch Logs. */
  readonly logStreamArn: string | undefined;

  constructor(message: string, details: ModelErrorDetails) {
    super(message, details);
    this.originalStatusCode = details.originalStatusCode;
    this.originalMessage = details.originalMessage;
    this.logStreamArn = details.logStreamArn;
    for (const [name, value] of Object.entries(this)) {
      if (value === undefined) Object.defineProperty(this, name, { enumerable: false });
    }
  }
}
