import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { EventListener } from '../events/publish.js';
import type { ClientType, SdkClient } from '../call/client-type.js';
import type { Protocol } from '../call/protocols/protocol.js';
import type { Clock } from '../clock/clock.js';
import type { Credentials } from '../credentials/credentials.js';
import type { Session } from './session.js';
import type { Limits } from '../clock/timeouts.js';

/** The part of a client that depends on its service. */
export interface ClientUse {
  /** Further configuration. */
  readonly own?: Readonly<Record<string, unknown>> | undefined;
  readonly protocol?: Protocol | undefined;
}

/** The part of a session that operations use. */
export interface SessionInternals {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly maxAttempts: number;
  readonly listeners: readonly EventListener[];
  readonly region: () => Promise<string>;
  readonly credentials: () => Promise<Credentials>;
  /** Whether requests are sent through the SDK's own middleware only. */
  readonly path: 'sdk' | undefined;
  /** Returns the client of a service, created at its first use. */
  sdkClient(type: ClientType<unknown>, use?: ClientUse): SdkClient;
  /** Returns state that belongs to the session, such as its open batches, created at its first use. */
  state<State>(key: symbol, make: () => State): State;
}

const key: unique symbol = Symbol.for('@arch/core/session/1') as never;

/** Stores the internals in a session: operations find them, also of another copy of this package, but `inspect` does not show them. */
export const hideInternals = <Value extends object>(session: Value, internals: SessionInternals): Value =>
  Object.defineProperty(session, key, { value: internals, enumerable: false });

/** Returns the internals of a session. Throws `InvalidInputError` for other values. */
export const internalsOf = (session: Session): SessionInternals => {
  const internals = (session as { [key]?: SessionInternals } | undefined)?.[key];
  if (internals) return internals;
  throw new InvalidInputError('session must be a session: pass one that createSession() has returned.');
};
