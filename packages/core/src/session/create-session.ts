import { currentCall } from '../call/current-call.js';
import type { EventListener } from '../events/publish.js';
import type { AssumeRole } from '../credentials/assume-role.js';
import { callMiddleware } from './call-middleware.js';
import { checkNode } from './check-node.js';
import { checkRegion, checkSessionOptions } from './check-session-options.js';
import type { BucketRegions } from '../call/follow-bucket-region.js';
import type { ClientType, SdkClient } from '../call/client-type.js';
import { credentialsOf, roleCredentialsOf } from './credentials-of.js';
import { type Clock, systemClock } from '../clock/clock.js';
import type { SessionCredentials } from '../credentials/session-credentials.js';
import { SettingsSource } from '../settings/settings-source.js';
import { lazyNodeTransport } from '../transport/lazy-node-transport.js';
import { lazyTransport } from '../transport/lazy-transport.js';
import type { PayloadSigning } from '../call/payload-signing.js';
import { makeClient } from './make-client.js';
import { remembered } from '../settings/remembered.js';
import { retryStrategy as makeRetryStrategy } from '../call/retry-strategy.js';
import { hideInternals, type SessionInternals } from './session-internals.js';
import type { Session, SessionOptions } from './session.js';
import { type Limits, limitsOf } from '../clock/timeouts.js';
import type { NetworkSettings } from '../transport/socket-settings.js';
import type { Transport } from '../transport/transport.js';

/**
 * Creates a session: credentials, sockets, retry budget and deadlines that calls share. Reads and sends nothing before the first call.
 *
 * @example
 * const session = createSession({ region: 'eu-west-1', profile: 'staging' });
 * await describeInstance('i-0123456789abcdef0', { session });
 */
export const createSession = (options: SessionOptions = {}): Session => {
  checkNode();
  checkSessionOptions(options);
  const clock = options.clock ?? systemClock;
  const limits = limitsOf(options.timeouts);
  const { region, profile, credentials, maxSockets = 50 } = options;
  const settings = new SettingsSource({ profile, hasCredentials: credentials !== undefined });
  const network = async (): Promise<NetworkSettings> => {
    const { readNetworkSettings } = await import('../settings/read-network-settings.js');
    return readNetworkSettings(settings);
  };
  const inner =
    options.transport ?? lazyNodeTransport({ connectMs: limits.connectMs, maxSockets, network, lane: options.lane });
  const base: Parts = {
    clock,
    limits,
    settings,
    transport: lazyTransport(async () => {
      const { guardedTransport } = await import('../transport/guarded-transport.js');
      return guardedTransport(inner, { clock, limits, currentCall });
    }),
    credentials: credentialsOf(options, clock, limits),
    region: region === undefined ? remembered(() => settings.region()) : async () => region,
    regionName: options.region,
    regions: new Map(),
    bucketRegions: options.followRegion === false ? undefined : new Map(),
    endpoint: options.endpoint,
    profile,
    maxAttempts: options.maxAttempts,
    path: options.path,
    payloadSigning: options.payloadSigning,
    listeners: options.onEvent ? [options.onEvent] : [],
    dispose: () => inner.destroy(),
  };
  const session = sessionOf(base);
  return options.assumeRole ? assuming(session, options.assumeRole, base) : session;
};

interface Parts {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly settings: SettingsSource;
  readonly transport: Transport;
  readonly credentials: SessionCredentials;
  readonly region: () => Promise<string>;
  /** The region, if it is known without reading files. */
  readonly regionName: string | undefined;
  /** Sessions with the same credentials, by region. */
  readonly regions: Map<string, Session>;
  readonly bucketRegions: BucketRegions | undefined;
  readonly endpoint: string | undefined;
  readonly profile: string | undefined;
  readonly maxAttempts: number | undefined;
  readonly path: 'sdk' | undefined;
  readonly payloadSigning: PayloadSigning | undefined;
  readonly listeners: readonly EventListener[];
  readonly dispose: () => void;
}

const sessionOf = (parts: Parts): Session => {
  const clients = new Map<unknown, SdkClient>();
  const ownClients = new Map<unknown, SdkClient>();
  const states = new Map<symbol, unknown>();
  const maxAttempts = (): number => parts.maxAttempts ?? parts.settings.maxAttempts;
  const retryStrategy = makeRetryStrategy(parts.clock, maxAttempts);
  // Only the session that created the sockets closes them.
  const shared: Parts = { ...parts, dispose: () => undefined };
  const { clock, limits, listeners, region, credentials, regionName, regions } = parts;
  const internals: SessionInternals = {
    clock,
    limits,
    get maxAttempts() {
      return maxAttempts();
    },
    listeners,
    region,
    path: parts.path,
    credentials: credentials.get,
    sdkClient: (type, use) =>
      memo(clients, use?.own ?? type, () => makeClient(type, { ...parts, retryStrategy, maxAttempts, ...use })),
    state: <State>(key: symbol, make: () => State) => memo(states, key, make) as State,
  };
  const session: Session = {
    region,
    in: (name) =>
      memo(regions, checkRegion(name), () => sessionOf({ ...shared, region: async () => name, regionName: name })),
    assume: (role) => assuming(session, role, shared),
    client: <Client>(type: ClientType<Client>) =>
      memo(ownClients, type, () => {
        const client = makeClient(type, { ...parts, retryStrategy, maxAttempts });
        client.middlewareStack.add(callMiddleware(internals), {
          name: 'archCall',
          step: 'initialize',
          priority: 'high',
        });
        return client;
      }) as Client,
    [Symbol.asyncDispose]: async () => parts.dispose(),
  };
  if (regionName !== undefined) regions.set(regionName, session);
  return hideInternals(session, internals);
};

const assuming = (session: Session, role: AssumeRole, parts: Parts): Session =>
  sessionOf({
    ...parts,
    regions: new Map(),
    credentials: roleCredentialsOf(session, role, parts.clock, parts.limits),
  });

const memo = <Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value => {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
};
