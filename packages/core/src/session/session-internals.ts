import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { EventListener } from '../events/publish.js';
import type { ClientType, SdkClient } from '../call/client-type.js';
import type { Clock } from '../clock/clock.js';
import type { CredentialProvider } from '../credentials/credentials.js';
import type { Session } from './session.js';
import type { Limits } from '../clock/timeouts.js';

/** What operations use of a session. */
export interface SessionInternals {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly maxAttempts: number;
  readonly listeners: readonly EventListener[];
  readonly region: () => Promise<string>;
  readonly credentials: CredentialProvider;
  /** The client of a service, made at the first use, with settings of that service. */
  sdkClient(type: ClientType<unknown>, own?: Readonly<Record<string, unknown>>): SdkClient;
  /** State that belongs to a session, such as its open batches: made at the first use. */
  state<State>(key: symbol, make: () => State): State;
}

const key: unique symbol = Symbol.for('@arch/core/session/1') as never;

/** Puts the internals where operations find them, also those of another copy of this package, and `inspect` does not. */
export const hideInternals = <Value extends object>(session: Value, internals: SessionInternals): Value =>
  Object.defineProperty(session, key, { value: internals, enumerable: false });

/** A session's internals; a value that is no session is an error. */
export const internalsOf = (session: Session): SessionInternals => {
  const internals = (session as { [key]?: SessionInternals } | undefined)?.[key];
  if (internals) return internals;
  throw new InvalidInputError('session is none that createSession() has made.');
};
