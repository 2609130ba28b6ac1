import type { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { getSmithyContext } from '@smithy/core/transport';

import { rememberSentOperation, type SentOperation } from '../transport/sent-operation.js';
import type { SdkClient } from './client-type.js';
import { currentCall } from './current-call.js';
import { takeFirstAttempt } from './direct/first-attempt.js';
import { sendAttempt } from './send-attempt.js';

interface AttemptArguments {
  readonly input: Record<string, unknown>;
  readonly request: HttpRequest;
}
type Next = (args: AttemptArguments) => Promise<{ response: HttpResponse }>;

/** The innermost middleware of a client: runs once for every request that is sent. Publishes `attempt` events. */
export const attemptMiddleware =
  (client: SdkClient): ((next: Next, context: Record<string, unknown>) => Next) =>
  (next, context) =>
  async (args) => {
    const { operationSchema = [] } = getSmithyContext(context) as { operationSchema?: readonly unknown[] };
    const operation = sentOperationOf(client.config, operationSchema, args.input);
    const { request } = args;
    const first = takeFirstAttempt(context);
    if (first) {
      rememberSentOperation(request, operation);
      return first.error === undefined
        ? { response: first.response as HttpResponse }
        : Promise.reject(first.error as Error);
    }
    const call = currentCall();
    if (!call) {
      rememberSentOperation(request, operation);
      return next(args);
    }
    call.stopSignal?.throwIfAborted();
    return sendAttempt({ call, operation, request }, () => next(args));
  };

/** The operation of a request of a client. */
export const sentOperationOf = (
  { serviceId, protocol, protocolSettings }: SdkClient['config'],
  schema: readonly unknown[],
  input: Readonly<Record<string, unknown>>,
): SentOperation => ({
  serviceId,
  name: String(schema[2] ?? ''),
  schema,
  input,
  protocol: protocol.getShapeId(),
  xmlNamespace: protocolSettings?.xmlNamespace,
});
