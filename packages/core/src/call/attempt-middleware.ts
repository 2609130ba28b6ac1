import type { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { getSmithyContext } from '@smithy/core/transport';

import type { Clock } from '../clock/clock.js';
import { publish } from '../events/publish.js';
import { requestIdOf } from '../transport/request-id-of.js';
import { rememberSentOperation } from '../transport/sent-operation.js';
import type { SdkClient } from './client-type.js';
import { currentCall } from './current-call.js';
import { metadataOf } from './response-metadata.js';

interface AttemptArguments {
  readonly input: Record<string, unknown>;
  readonly request: HttpRequest;
}
type Next = (args: AttemptArguments) => Promise<{ response: HttpResponse }>;

/** The innermost middleware: it runs once for every request that goes out. */
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
    const tell = (outcome: { response?: HttpResponse; error?: unknown }): void =>
      publish(call.listeners, 'attempt', () => ({
        operation: call.operation,
        atMs: clock.now(),
        service: serviceId,
        awsOperation: name,
        attempt,
        host: args.request.hostname,
        durationMs: clock.now() - startedAt,
        ...factsOf(outcome),
      }));
    try {
      const result = await next(args);
      tell(result);
      return result;
    } catch (error) {
      call.lastError = error;
      tell({ error });
      throw error;
    } finally {
      call.inFlight = false;
    }
  };

/** What an attempt ended with, for its event. A response that was not the operation's is told with its error. */
const factsOf = ({ response, error }: { response?: HttpResponse; error?: unknown }): object => {
  const { httpStatusCode, requestId } = metadataOf(error) ?? {};
  return {
    status: response?.statusCode ?? httpStatusCode,
    requestId: requestIdOf(response?.headers) ?? requestId,
    ...(error !== undefined && { error }),
  };
};
