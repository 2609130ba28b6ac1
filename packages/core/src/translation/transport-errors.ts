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

/** Returns the error of a call whose last attempt reached its time limit. */
export const attemptTimeoutError = (error: AttemptTimeoutError, call: FailedCall): DeadlineError => {
  const { $metadata } = error as SdkError;
  const attempts = $metadata?.attempts ?? 1;
  const phase = { connect: 'connecting', attempt: 'waiting for a response', 'body-idle': 'reading the response' }[
    error.limit
  ];
  return new DeadlineError(
    `${call.operation}: ${firstLine(error)}, on ${attempts === 1 ? 'the only attempt' : `the last of ${attempts} attempts`}. ` +
      'Check the network path to AWS (proxy, security group, VPC endpoint), or pass a longer timeout.',
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

/** Returns the error of a call without credentials. */
export const missingCredentialsError = (error: SdkError, call: FailedCall): CredentialsError =>
  new CredentialsError(
    `${call.operation}: no usable credentials. ${closed(firstLine(error))} Run aws configure or aws sso login, set ` +
      'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or pass a session with credentials.',
    { operation: call.operation, cause: error },
  );

/** Returns the error of a call whose connection failed or broke. */
export const connectionError = (error: SdkError, code: string, call: FailedCall): ConnectionError => {
  const isPartial = error.$metadata?.httpStatusCode !== undefined;
  const problem = isPartial ? 'the connection broke while the response was read' : 'no response from AWS';
  return new ConnectionError(
    `${call.operation}: ${problem}, after ${counted(error.$metadata?.attempts ?? 1)}: ${closed(firstLine(error))} ` +
      (code === 'ERR_PROXY_TUNNEL'
        ? 'Check the proxy in HTTPS_PROXY, and the hosts in NO_PROXY.'
        : 'Check the region, the endpoint and the network.'),
    { ...detailsOf(error, call), code, retryable: true },
  );
};

/** Returns the error for a response that is not valid for the operation: a proxy's page, a truncated document, an empty body. */
export const invalidResponseError = (error: InvalidResponseError, call: FailedCall): ArchError => {
  const { httpStatusCode: status } = error.$metadata;
  const details = detailsOf(error as SdkError, call);
  const remedy = 'Check for a proxy between this machine and AWS, and that the endpoint supports this operation.';
  const request = details.requestId === undefined ? '' : ` (request ${details.requestId})`;
  const message = `${call.operation}: ${closed(`${error.message}${request}`)} ${remedy}`;
  if (status >= 300) return new ServiceError(message, { ...details, retryable: retryableStatuses.has(status) });
  return new UnexpectedResponseError(message, { ...details, retryable: true });
};

/** Statuses of a server or proxy after which a later request may succeed. */
export const retryableStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Returns the error for a request that cannot be sent: Node.js rejects its headers or path, or the endpoint rules reject the input. */
export const unsendableRequestError = (error: SdkError, call: FailedCall): InvalidInputError | undefined =>
  error.name === 'EndpointError' || typeof error.code === 'string'
    ? new InvalidInputError(`${call.operation}: the request cannot be sent: ${closed(firstLine(error))}`, {
        operation: call.operation,
        cause: error,
      })
    : undefined;

/** Returns the error for a response that the SDK rejects, e.g. because its checksum differs. */
export const unusableResponseError = (error: SdkError, call: FailedCall): UnexpectedResponseError | undefined =>
  error.$metadata?.httpStatusCode !== undefined || /checksum|MD5/i.test(error.message)
    ? new UnexpectedResponseError(`${call.operation}: the response cannot be used: ${closed(firstLine(error))}`, {
        ...detailsOf(error, call),
        retryable: true,
      })
    : undefined;

// On its second line the SDK advises to read a hidden field. Node's AggregateError of several addresses has an empty message.
const firstLine = ({ message, errors }: SdkError): string =>
  (message || [...new Set(errors?.map((each) => each.message))].join('; ')).split('\n', 1)[0] ?? '';
