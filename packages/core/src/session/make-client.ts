import type { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { getSmithyContext } from '@smithy/core/transport';
import type { RetryStrategyV2 } from '@smithy/types';

import { readXmlDirectly } from '../decode/index.js';
import { publish } from '../events/publish.js';
import { currentCall } from './call.js';
import { releaseBody } from './collect-body.js';
import { noteOutcome } from './note-outcome.js';
import { readSafely } from './read-safely.js';
import { requestIdOf } from './request-id-of.js';
import { metadataOf } from './response-metadata.js';
import type { ClientType, SdkClient } from './client-type.js';
import type { Clock } from './clock.js';
import { skipIncomparableChecksum } from './skip-incomparable-checksum.js';
import { hideSecretsMiddleware } from './hide-secrets.js';
import { checkQueueHosts, noQueueUrlAsEndpoint } from './check-queue-hosts.js';
import { rememberSentOperation } from './sent-operation.js';
import { SigningHash } from './signing-hash.js';
import type { Transport } from './transport.js';
import type { CredentialProvider } from './credentials.js';

/** What every client of a session in a region shares. */
export interface ClientSettings {
  readonly region: () => Promise<string>;
  readonly credentials: CredentialProvider;
  readonly transport: Transport;
  readonly retryStrategy: RetryStrategyV2;
  readonly clock: Clock;
  readonly endpoint: string | undefined;
  readonly profile: string | undefined;
  /** What this client is made with beside. */
  readonly own?: Readonly<Record<string, unknown>> | undefined;
}

// Without `info` the SDK does not walk every answer once more to hide what is sensitive in a log that nobody writes.
const quietLogger = { warn: (): void => undefined, error: (): void => undefined, debug: (): void => undefined };

/** A client of the SDK that works with a session's credentials, sockets and retry budget. */
export const makeClient = (type: ClientType<unknown>, settings: ClientSettings): SdkClient => {
  const { region, credentials, transport, retryStrategy, endpoint, profile, clock, own } = settings;
  const client = new (type as new (configuration: object) => SdkClient)({
    ...noQueueUrlAsEndpoint,
    ...own,
    region,
    credentials,
    requestHandler: handlerOf(transport),
    retryStrategy,
    logger: quietLogger,
    sha256: SigningHash,
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    ...(profile !== undefined && { profile }),
  });
  client.middlewareStack.add(attemptMiddleware(client, clock), {
    name: 'archAttempt',
    step: 'deserialize',
    priority: 'low',
  });
  client.middlewareStack.add(noteOutcome, { name: 'archOutcome', step: 'deserialize', priority: 'high' });
  readSafely(client.config.protocol);
  if (client.config.serviceId === 'S3') {
    client.middlewareStack.add(skipIncomparableChecksum, {
      name: 'archIncomparableChecksum',
      step: 'deserialize',
      priority: 'low',
    });
  }
  checkQueueHosts(client);
  client.middlewareStack.add(hideSecretsMiddleware, { name: 'archSecrets', step: 'finalizeRequest', priority: 'low' });
  readXmlDirectly(client as never, { partsReader: () => currentCall()?.partsReader, release: releaseBody });
  return client;
};

const handlerOf = (transport: Transport): object => ({
  metadata: { handlerProtocol: 'http/1.1' },
  handle: transport.handle,
  // The session owns the sockets: a client that is destroyed must not close those of the others.
  destroy: () => undefined,
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
});

interface AttemptArguments {
  readonly input: Record<string, unknown>;
  readonly request: HttpRequest;
}
type Next = (args: AttemptArguments) => Promise<{ response: HttpResponse }>;

/** The innermost middleware: it runs once for every request that goes out. */
const attemptMiddleware =
  (client: SdkClient, clock: Clock) =>
  (next: Next, context: Record<string, unknown>) =>
  async (args: AttemptArguments) => {
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
    call.lastAttempt?.throwIfAborted();
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
