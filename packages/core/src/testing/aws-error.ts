import { answerKind, type AwsErrorAnswer } from './answer.js';

/** What AWS says beside an error's code and message. */
export interface AwsErrorOptions {
  /** HTTP status. Default: what AWS's model says of the code, else 400. */
  readonly status?: number | undefined;
  /** When AWS wants to be asked again. */
  readonly retryAfterMs?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Further members of the error, e.g. `{ ResourceArn: '…' }`. */
  readonly members?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/**
 * An error of AWS, in the wire form of the service that is asked.
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
