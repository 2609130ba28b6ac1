import { ArchError, type ErrorDetails } from '@arch/core';

/** What a failed model adds to {@link ErrorDetails}. */
export interface ModelErrorDetails extends ErrorDetails {
  readonly originalStatusCode?: number | undefined;
  readonly originalMessage?: string | undefined;
  readonly logStreamArn?: string | undefined;
}

/** The model was called and its container failed: it answered with an error, or not within 60 seconds. */
export class ModelError extends ArchError {
  static override readonly kind: string = 'ModelError';
  /** The HTTP status that the container has answered; 0 where it has answered nothing. */
  readonly originalStatusCode: number | undefined;
  /** What the container has answered. */
  readonly originalMessage: string | undefined;
  /** Where in CloudWatch Logs the container writes. */
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
