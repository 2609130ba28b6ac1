import type { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { getSmithyContext } from '@smithy/core/transport';

import type { Clock } from '../clock/clock.js';
import { publish } from '../events/publish.js';
import { requestIdOf } from '../transport/request-id-of.js';
import { rememberSentOperation } from '../transport/sent-operation.js';
import type { SdkClient } from './client-type.js';
import { currentCall } from './current-call.js';
import { metadataOf } from '../transport/response-metadata.js';

interface AttemptArguments {
  readonly input: Record<string, unknown>;
  readonly request: HttpRequest;
}
type Next = (args: AttemptArguments) => Promise<{ response: HttpResponse }>;

/** The innermost middleware of a client: runs once for every request that is sent. Publishes `attempt` events. */
export const attemptMiddleware =
  (client: SdkClient, clock: Clock): ((next: Next, context: Record<string, unknown>) => Next) =>
  (next, context) =>
  async (args) => {
    const schema = (getSmithyContext(context) as { operationSchema?: readonly unknown[] }).operationSchema ?? [];
    const name = String(schema[2] ?? '');
    const { serviceId, protocol, protocolSettings } = client.config;
    rememberSentOperation(args.request, {
      serviceId,
      name,
      schema,
      input: args.input,
      protocol: protocol.getShapeId(),
      xmlNamespace: protocolSettings?.xmlNamespace,
    });
    const call = currentCall();
    if (!call) return next(args);
    call.stopSignal?.throwIfAborted();
    const attempt = call.countAttempt();
    call.inFlight = true;
    const startedAt = clock.now();
    const publishAttempt = (result: { response?: HttpResponse; error?: unknown }): void =>
      publish(call.listeners, 'attempt', () => ({
        operation: call.operation,
        atMs: clock.now(),
        service: serviceId,
        awsOperation: name,
        attempt,
        host: args.request.hostname,
        durationMs: clock.now() - startedAt,
        ...factsOf(result),
      }));
    try {
      const result = await next(args);
      publishAttempt(result);
      return result;
    } catch (error) {
      call.lastError = error;
      publishAttempt({ error });
      throw error;
    } finally {
      call.inFlight = false;
    }
  };

/** Status, request ID and error of an attempt, for its event. For an invalid response, they come from its error. */
const factsOf = ({ response, error }: { response?: HttpResponse; error?: unknown }): object => {
  const { httpStatusCode, requestId } = metadataOf(error) ?? {};
  return {
    status: response?.statusCode ?? httpStatusCode,
    requestId: requestIdOf(response?.headers) ?? requestId,
    ...(error !== undefined && { error }),
  };
};
