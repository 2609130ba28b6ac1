import { publish } from '../events/publish.js';
import { requestIdOf } from '../transport/request-id-of.js';
import { metadataOf } from '../transport/response-metadata.js';
import { rememberSentOperation, type SentOperation } from '../transport/sent-operation.js';
import type { TransportRequest, TransportResponse } from '../transport/transport.js';
import type { Call } from './call.js';

/** One attempt of a call. */
export interface Attempt {
  readonly call: Call;
  readonly operation: SentOperation;
  readonly request: TransportRequest;
}

interface Answered {
  readonly response: TransportResponse;
}

/** Sends one attempt of a call, counts it and publishes its `attempt` event. */
export const sendAttempt = async <Result extends Answered>(
  { call, operation, request }: Attempt,
  send: () => Promise<Result>,
): Promise<Result> => {
  rememberSentOperation(request, operation);
  const { clock } = call;
  const attempt = call.countAttempt();
  call.inFlight = true;
  const startedAt = clock.now();
  const publishAttempt = (response: TransportResponse | undefined, failure: object): void =>
    publish(call.listeners, 'attempt', () => ({
      operation: call.operation,
      atMs: clock.now(),
      service: operation.serviceId,
      awsOperation: operation.name,
      attempt,
      host: request.hostname,
      durationMs: clock.now() - startedAt,
      ...factsOf(response, failure),
    }));
  try {
    const result = await send();
    publishAttempt(result.response, {});
    return result;
  } catch (error) {
    call.lastError = error;
    publishAttempt(undefined, { error });
    throw error;
  } finally {
    call.inFlight = false;
  }
};

/** Status, request ID and error of an attempt, for its event. For an invalid response, they come from its error. */
const factsOf = (response: TransportResponse | undefined, failure: { readonly error?: unknown }): object => {
  const { httpStatusCode, requestId } = metadataOf(failure.error) ?? {};
  return {
    status: response?.statusCode ?? httpStatusCode,
    requestId: requestIdOf(response?.headers) ?? requestId,
    ...failure,
  };
};
