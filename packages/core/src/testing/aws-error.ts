import { answerKind, type AwsErrorAnswer } from './answer.js';

/** The parts of an AWS error in addition to code and message. */
export interface AwsErrorOptions {
  /** HTTP status. Default: the status in AWS's model of the error, or 400. */
  readonly status?: number | undefined;
  /** The pause before a retry that AWS requests, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Additional members of the error, e.g. `{ ResourceArn: '…' }`. */
  readonly members?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/**
 * Makes an error of AWS. It is sent in the protocol of the service.
 *
 * @example
 * aws.once('StartInstances', awsError('IncorrectInstanceState', "The instance 'i-1' is not in a state from which it can be started."));
 */
export const awsError = (code: string, message: string, options: AwsErrorOptions = {}): AwsErrorAnswer => ({
  [answerKind]: 'error',
  code,
  message,
  status: options.status,
  retryAfterMs: options.retryAfterMs,
  headers: options.headers ?? {},
  members: options.members ?? {},
});
