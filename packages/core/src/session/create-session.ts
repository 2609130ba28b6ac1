import { currentCall } from '../call/current-call.js';
import type { EventListener } from '../events/publish.js';
import type { AssumeRole } from '../credentials/assume-role.js';
import { callMiddleware } from './call-middleware.js';
import { checkNode } from './check-node.js';
import { checkRegion, checkRole, checkSessionOptions } from './check-session-options.js';
import type { ClientType, SdkClient } from '../call/client-type.js';
import { type Clock, systemClock } from '../clock/clock.js';
import { cachedCredentials, type CredentialProvider, sharedCredentials } from '../credentials/credentials.js';
import { defaultRegion } from './default-region.js';
import { guardedTransport } from '../transport/guarded-transport.js';
import { lazyDefaultCredentials } from '../credentials/lazy-default-credentials.js';
import { lazyNodeTransport } from '../transport/lazy-node-transport.js';
import { makeClient } from './make-client.js';
import { retryStrategy as makeRetryStrategy } from '../call/retry-strategy.js';
import { hideInternals, type SessionInternals } from './session-internals.js';
import type { Session, SessionOptions } from './session.js';
import { type Limits, limitsOf } from '../clock/timeouts.js';
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
  const inner =
    options.transport ?? lazyNodeTransport({ connectMs: limits.connectMs, maxSockets: options.maxSockets ?? 50 });
  const base: Parts = {
    clock,
    limits,
    transport: guardedTransport(inner, { clock, limits, currentCall }),
    credentials: credentialsOf(options, clock),
    region: regionOf(options),
    regionName: options.region,
    regions: new Map(),
    endpoint: options.endpoint,
    profile: options.profile,
    maxAttempts: options.maxAttempts ?? 3,
    listeners: options.onEvent ? [options.onEvent] : [],
    dispose: () => inner.destroy(),
  };
  const session = sessionOf(base);
  return options.assumeRole ? assuming(session, options.assumeRole, base) : session;
};

interface Parts {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly transport: Transport;
  readonly credentials: CredentialProvider;
  readonly region: () => Promise<string>;
  /** The region, if it is known without reading files. */
  readonly regionName: string | undefined;
  /** Sessions with the same credentials, by region. */
  readonly regions: Map<string, Session>;
  readonly endpoint: string | undefined;
  readonly profile: string | undefined;
  readonly maxAttempts: number;
  readonly listeners: readonly EventListener[];
  readonly dispose: () => void;
}

const sessionOf = (parts: Parts): Session => {
  const clients = new Map<unknown, SdkClient>();
  const ownClients = new Map<unknown, SdkClient>();
  const states = new Map<symbol, unknown>();
  const retryStrategy = makeRetryStrategy(parts.clock, parts.maxAttempts);
  // Only the session that created the sockets closes them.
  const shared: Parts = { ...parts, dispose: () => undefined };
  const { clock, limits, maxAttempts, listeners, region, credentials, regionName, regions } = parts;
  const internals: SessionInternals = {
    clock,
    limits,
    maxAttempts,
    listeners,
    region,
    credentials,
    sdkClient: (type, own) => memo(clients, type, () => makeClient(type, { ...parts, retryStrategy, own })),
    state: <State>(key: symbol, make: () => State) => memo(states, key, make) as State,
  };
  const session: Session = {
    region,
    in: (name) =>
      memo(regions, checkRegion(name), () => sessionOf({ ...shared, region: async () => name, regionName: name })),
    assume: (role) => assuming(session, role, shared),
    client: <Client>(type: ClientType<Client>) =>
      memo(ownClients, type, () => {
        const client = makeClient(type, { ...parts, retryStrategy });
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
    profile: undefined,
    credentials: assumedCredentials(session, role, parts.clock),
  });

const memo = <Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value => {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
};

const credentialsOf = ({ credentials, profile }: SessionOptions, clock: Clock): CredentialProvider => {
  if (typeof credentials === 'function') return cachedCredentials(credentials, clock);
  if (credentials) return async () => credentials;
  // Shared credentials expire by the clock of the machine: a session with another clock has its own.
  if (clock !== systemClock) return cachedCredentials(lazyDefaultCredentials(profile), clock, { profile });
  const chain = profile ?? process.env['AWS_PROFILE'];
  return sharedCredentials(chain, () => cachedCredentials(lazyDefaultCredentials(profile), clock, { profile }));
};

const assumedCredentials = (session: Session, role: AssumeRole, clock: Clock): CredentialProvider => {
  checkRole(role);
  return cachedCredentials(
    async () => {
      const { assumeRole } = await import('../credentials/assume-role.js');
      return assumeRole(session.client, role);
    },
    clock,
    'role',
  );
};

const regionOf = ({ region, profile }: SessionOptions): (() => Promise<string>) => {
  if (region !== undefined) return async () => region;
  let found: string | undefined;
  return async () => (found ??= await defaultRegion(profile));
};
