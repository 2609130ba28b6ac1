import { ArchError, type ErrorDetails, hideUndefined } from './arch-error.js';
import type { PolicyStatement } from './policy-document.js';

/** Details of an {@link AccessDeniedError}, in addition to {@link ErrorDetails}. */
export interface AccessDeniedDetails extends ErrorDetails {
  readonly action?: string | undefined;
  readonly principal?: string | undefined;
  readonly statement?: PolicyStatement | undefined;
  readonly encodedMessage?: string | undefined;
}

/** The credentials are valid, but their policies do not allow the call. */
export class AccessDeniedError extends ArchError {
  static override readonly kind: string = 'AccessDeniedError';
  /** The IAM action that was denied, e.g. `ec2:StartInstances`. */
  readonly action: string | undefined;
  /** ARN of the user or role that was denied. `undefined` if AWS does not name it. */
  readonly principal: string | undefined;
  /** The policy statement that would allow the call. `undefined` if no statement would, e.g. after an explicit deny. */
  readonly statement: PolicyStatement | undefined;
  /** AWS's encoded reason, e.g. of EC2. To decode it, pass the error to `decodeAuthorizationMessage`. */
  readonly encodedMessage: string | undefined;

  constructor(message: string, details: AccessDeniedDetails = {}) {
    super(message, details);
    this.action = details.action;
    this.principal = details.principal;
    this.statement = details.statement;
    // Hundreds of characters that only AWS can decode: hidden from logs.
    this.encodedMessage = details.encodedMessage;
    Object.defineProperty(this, 'encodedMessage', { enumerable: false });
    hideUndefined(this);
  }
}
