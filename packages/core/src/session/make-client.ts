import type { RetryStrategyV2 } from '@smithy/types';

import { currentCall } from '../call/current-call.js';
import { releaseBody } from '../transport/collect-body.js';
import { attemptMiddleware } from '../call/attempt-middleware.js';
import { outcomeMiddleware } from '../call/outcome-middleware.js';
import type { PayloadSigning } from '../call/payload-signing.js';
import type { Protocol } from '../call/protocols/protocol.js';
import { signPayload } from '../call/sign-payload.js';
import { readSafely } from '../transport/read-safely.js';
import { type BucketRegions, followBucketRegion } from '../call/follow-bucket-region.js';
import type { ClientType, SdkClient } from '../call/client-type.js';
import type { Clock } from '../clock/clock.js';
import { skipIncomparableChecksum } from '../call/skip-incomparable-checksum.js';
import { hideSecretsMiddleware } from '../call/hide-secrets.js';
import { checkQueueHosts, noQueueUrlAsEndpoint } from '../call/check-queue-hosts.js';
import { renewMiddleware } from '../credentials/renew-middleware.js';
import type { SettingsSource } from '../settings/settings-source.js';
import { clientBase } from '../call/client-base.js';
import { clientSettings, setEndpoint } from '../call/client-settings.js';
import { SigningHash } from '../credentials/signing-hash.js';
import type { Transport } from '../transport/transport.js';
import type { SessionCredentials } from '../credentials/session-credentials.js';

/** The parts that all clients of a session in a region share. */
export interface ClientParts {
  readonly region: () => Promise<string>;
  readonly credentials: SessionCredentials;
  readonly transport: Transport;
  readonly retryStrategy: RetryStrategyV2;
  /** The maximum of attempts per request, if the call does not set another one. */
  readonly maxAttempts: () => number;
  readonly clock: Clock;
  readonly endpoint: string | undefined;
  readonly profile: string | undefined;
  readonly settings: SettingsSource;
  /** Regions of buckets. `undefined` if they are not followed. */
  readonly bucketRegions: BucketRegions | undefined;
  readonly payloadSigning: PayloadSigning | undefined;
  /** Further configuration of this client. */
  readonly own?: Readonly<Record<string, unknown>> | undefined;
  /** Reads and writes the documents of this client. Default: the SDK does. */
  readonly protocol?: Protocol | undefined;
}

/** Makes an SDK client with the settings, credentials, sockets and retry budget of a session. */
export const makeClient = (type: ClientType<unknown>, parts: ClientParts): SdkClient => {
  const { region, credentials, transport, retryStrategy, endpoint, profile, settings, bucketRegions, clock, own } =
    parts;
  const client = new (type as new (configuration: object) => SdkClient)({
    ...noQueueUrlAsEndpoint,
    ...clientSettings(settings),
    ...own,
    region,
    credentials: credentials.get,
    ...clientBase(transport),
    retryStrategy,
    // Every request names it in its header amz-sdk-request.
    maxAttempts: async () => currentCall()?.maxAttempts ?? parts.maxAttempts(),
    sha256: SigningHash,
    ...(endpoint !== undefined && { endpoint }),
    ...(profile !== undefined && { profile }),
  });
  client.middlewareStack.add(renewMiddleware(credentials, clock), {
    name: 'archRenewCredentials',
    step: 'initialize',
    priority: 'low',
  });
  client.middlewareStack.add(attemptMiddleware(client), {
    name: 'archAttempt',
    step: 'deserialize',
    priority: 'low',
  });
  client.middlewareStack.add(outcomeMiddleware, { name: 'archOutcome', step: 'deserialize', priority: 'high' });
  readSafely(client.config.protocol);
  setEndpoint(client, settings, endpoint);
  if (client.config.serviceId === 'S3') {
    client.middlewareStack.add(skipIncomparableChecksum, {
      name: 'archIncomparableChecksum',
      step: 'deserialize',
      priority: 'low',
    });
    client.middlewareStack.add(signPayload(parts.payloadSigning, settings), {
      name: 'archPayloadSigning',
      // After the SDK has added the checksum.
      step: 'build',
      priority: 'low',
    });
    if (bucketRegions) followBucketRegion(client, bucketRegions, clock);
  }
  checkQueueHosts(client);
  client.middlewareStack.add(hideSecretsMiddleware, { name: 'archSecrets', step: 'finalizeRequest', priority: 'low' });
  if (parts.protocol) useProtocol(client, parts.protocol);
  return client;
};

/** Makes a client read, and its direct attempts write, with a protocol of this library. */
const useProtocol = (client: SdkClient, protocol: Protocol): void => {
  if (!protocol.ids.includes(client.config.protocol.getShapeId())) return;
  protocol.install(client, { partsReader: () => currentCall()?.partsReader, release: releaseBody });
  Object.assign(client.config, { archProtocol: protocol });
};
