import type { SentOperation } from '../../transport/sent-operation.js';
import type { AwsErrorAnswer } from '../answer.js';
import { errorWriters } from './error-writers.js';
import { modelledError } from './modelled-error.js';
import { protocolOf } from './protocol.js';
import type { WireAnswer } from './wire-answer.js';

/** An error to be encoded. */
export interface ErrorEncoding {
  readonly operation: SentOperation;
  readonly error: AwsErrorAnswer;
  readonly requestId: string;
  /** The HTTP method: the response to `HEAD` has no body. */
  readonly method: string;
}

/** Encodes an error in the protocol of the service. */
export const encodeError = ({ operation, error, requestId, method }: ErrorEncoding): WireAnswer => {
  const protocol = protocolOf(operation);
  const model = modelledError(operation, error.code);
  const status = error.status ?? model?.status ?? statuses[error.code] ?? 400;
  const written = errorWriters[protocol]({ operation, error, model, status, requestId });
  const body = Buffer.from(method === 'HEAD' ? '' : written.body);
  return {
    status,
    headers: {
      [protocol === 'restXml' ? 'x-amz-request-id' : 'x-amzn-requestid']: requestId,
      'content-length': String(body.length),
      ...written.headers,
      ...(error.retryAfterMs !== undefined && { 'x-amz-retry-after': String(error.retryAfterMs) }),
      ...error.headers,
    },
    body,
  };
};

// Codes that are in no model, or that all services share. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
const statuses: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  AuthFailure: 401,
  ExpiredToken: 403,
  InternalError: 500,
  InternalFailure: 500,
  InvalidClientTokenId: 403,
  OptInRequired: 403,
  RequestLimitExceeded: 503,
  ServiceUnavailable: 503,
  SignatureDoesNotMatch: 403,
  SlowDown: 503,
  Unavailable: 503,
  UnauthorizedOperation: 403,
};
