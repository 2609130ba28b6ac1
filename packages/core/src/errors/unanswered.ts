import type { AttemptTimeoutError } from '../session/attempt-timeout-error.js';
import { firstLineOf } from '../session/beginnings.js';
import type { ArchError } from './arch-error.js';
import { ConnectionError } from './connection-error.js';
import { CredentialsError } from './credentials-error.js';
import { DeadlineError } from './deadline-error.js';
import type { FailedCall } from './failed-call.js';
import { closed, counted, detailsOf, type SdkError } from './sdk-error.js';
import { ServiceError } from './service-error.js';
import { UnexpectedResponseError } from './unexpected-response-error.js';

/** An attempt that took too long. */
export const tooLate = (error: AttemptTimeoutError, call: FailedCall): DeadlineError => {
  const { $metadata } = error as SdkError;
  const attempts = $metadata?.attempts ?? 1;
  const phase = { connect: 'connecting', attempt: 'waiting for an answer', 'body-idle': 'reading the answer' }[
    error.limit
  ];
  return new DeadlineError(
    `${call.operation}: ${said(error)}, on ${attempts === 1 ? 'the only attempt' : `the last of ${attempts} attempts`}. ` +
      'Check the network between here and AWS (proxy, security group, VPC endpoint), or pass a longer limit.',
    {
      operation: call.operation,
      limit: error.limit,
      limitMs: error.limitMs,
      phase,
      attempts,
      retryable: true,
      cause: error,
    },
  );
};

/** Nobody has given keys. */
export const noCredentials = (error: SdkError, call: FailedCall): CredentialsError =>
  new CredentialsError(
    `${call.operation}: no usable credentials. ${closed(said(error))} Run aws configure or aws sso login, set ` +
      'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or pass a session with credentials.',
    { operation: call.operation, cause: error },
  );

/** A connection that did not come to stand, or broke. */
export const noConnection = (error: SdkError, code: string, call: FailedCall): ConnectionError => {
  const what = error.$response ? 'the connection broke in the middle of the answer' : 'no answer from AWS';
  return new ConnectionError(
    `${call.operation}: ${what}, after ${counted(error.$metadata?.attempts ?? 1)}: ${closed(said(error))} ` +
      'Check the region, the endpoint and the network.',
    { ...detailsOf(error, call), code, retryable: true },
  );
};

/** An answer that is none: a proxy's page, a document that is cut off, nothing at all. */
export const unreadable = (error: SdkError, call: FailedCall): ArchError => {
  const { status } = detailsOf(error, call);
  const firstLine = firstLineOf(error.$response).slice(0, 120);
  const details = { ...detailsOf(error, call), retryable: status === undefined || status >= 500 };
  if (status !== undefined && status >= 300) {
    return new ServiceError(
      `${call.operation}: HTTP status ${status} with a body that is no answer of AWS${firstLine && `, beginning with ${JSON.stringify(firstLine)}`}. ` +
        'Is there a proxy in between, or does the endpoint lack this operation?',
      details,
    );
  }
  return new UnexpectedResponseError(`${call.operation}: the answer cannot be read: ${closed(said(error))}`, details);
};

// The SDK's advice to look into a hidden field stands on a line of its own; Node's error of several addresses says nothing itself.
const said = ({ message, errors }: SdkError): string =>
  (message || [...new Set(errors?.map((each) => each.message))].join('; ')).split('\n', 1)[0] ?? '';
