import type { AttemptTimeoutError } from '../transport/attempt-timeout-error.js';
import type { InvalidResponseError } from '../transport/invalid-response-error.js';
import type { ArchError } from '../errors/arch-error.js';
import { ConnectionError } from '../errors/connection-error.js';
import { CredentialsError } from '../errors/credentials-error.js';
import { DeadlineError } from '../errors/deadline-error.js';
import type { FailedCall } from './failed-call.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { closed, counted, detailsOf, type SdkError } from './sdk-error.js';
import { ServiceError } from '../errors/service-error.js';
import { UnexpectedResponseError } from '../errors/unexpected-response-error.js';

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
  const hasBegun = error.$metadata?.httpStatusCode !== undefined;
  const what = hasBegun ? 'the connection broke in the middle of the answer' : 'no answer from AWS';
  return new ConnectionError(
    `${call.operation}: ${what}, after ${counted(error.$metadata?.attempts ?? 1)}: ${closed(said(error))} ` +
      'Check the region, the endpoint and the network.',
    { ...detailsOf(error, call), code, retryable: true },
  );
};

/** A response that is not the operation's: a proxy's page, a document that breaks off, nothing at all. */
export const foreign = (error: InvalidResponseError, call: FailedCall): ArchError => {
  const { httpStatusCode: status } = error.$metadata;
  const details = detailsOf(error as SdkError, call);
  const cause = 'Check for a proxy between here and AWS, and that the endpoint has this operation.';
  const request = details.requestId === undefined ? '' : ` (request ${details.requestId})`;
  const message = `${call.operation}: ${closed(`${error.message}${request}`)} ${cause}`;
  if (status >= 300) return new ServiceError(message, { ...details, retryable: retryableStatuses.has(status) });
  return new UnexpectedResponseError(message, { ...details, retryable: true });
};

/** Statuses by which a server, or a proxy before it, says that a later request may succeed. */
export const retryableStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** A request that cannot be sent: Node refuses its headers or path, or the endpoint rules refuse the input. */
export const notSendable = (error: SdkError, call: FailedCall): InvalidInputError | undefined =>
  error.name === 'EndpointError' || typeof error.code === 'string'
    ? new InvalidInputError(`${call.operation}: the request cannot be sent: ${closed(said(error))}`, {
        operation: call.operation,
        cause: error,
      })
    : undefined;

/** A response that the SDK itself refuses, e.g. because its checksum is another. */
export const unusable = (error: SdkError, call: FailedCall): UnexpectedResponseError | undefined =>
  error.$metadata?.httpStatusCode !== undefined || /checksum|MD5/i.test(error.message)
    ? new UnexpectedResponseError(`${call.operation}: the response cannot be used: ${closed(said(error))}`, {
        ...detailsOf(error, call),
        retryable: true,
      })
    : undefined;

// The SDK's advice to look into a hidden field stands on a line of its own; Node's error of several addresses says nothing itself.
const said = ({ message, errors }: SdkError): string =>
  (message || [...new Set(errors?.map((each) => each.message))].join('; ')).split('\n', 1)[0] ?? '';
