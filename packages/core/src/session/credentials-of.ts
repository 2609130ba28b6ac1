import { currentCall } from '../call/current-call.js';
import { type Clock, systemClock } from '../clock/clock.js';
import type { Limits } from '../clock/timeouts.js';
import type { AssumeRole } from '../credentials/assume-role.js';
import { fixedCredentials, sessionCredentials, type SessionCredentials } from '../credentials/session-credentials.js';
import { publish } from '../events/publish.js';
import { SettingsSource } from '../settings/settings-source.js';
import { lazyNodeTransport } from '../transport/lazy-node-transport.js';
import { checkRole } from './check-session-options.js';
import type { Session, SessionOptions } from './session.js';

/** Returns the credentials of a session from its options. Nothing is loaded or read before their first use. */
export const credentialsOf = (options: SessionOptions, clock: Clock, limits: Limits): SessionCredentials => {
  const { credentials, profile, region, transport, mfaCode, onEvent } = options;
  const limitMs = limits.credentialsMs;
  // Shared credentials expire by the clock of the machine: a session with another clock has its own.
  const hasClock = clock !== systemClock;
  if (typeof credentials === 'function')
    return sessionCredentials(async () => {
      const { providerCredentials } = await import('../credentials/index.js');
      return providerCredentials(credentials, { clock, limitMs, isShared: !hasClock });
    });
  if (credentials) return fixedCredentials(credentials);
  const onBoth = (message: string): void => {
    const call = currentCall();
    publish(call?.listeners ?? (onEvent ? [onEvent] : []), 'warning', () => ({
      operation: call?.operation ?? 'createSession',
      atMs: clock.now(),
      message,
    }));
  };
  return sessionCredentials(async () => {
    const { defaultSessionCredentials } = await import('../credentials/index.js');
    const isShared = !hasClock && transport === undefined;
    return defaultSessionCredentials({
      clock,
      limitMs,
      isShared,
      transport,
      profile,
      region,
      mfaCode,
      onBoth,
      newSettings: () => new SettingsSource({ profile, hasCredentials: true }),
      newTransport: lazyNodeTransport,
    });
  });
};

/** Returns the credentials of a role that the credentials of `session` assume. */
export const roleCredentialsOf = (
  session: Session,
  role: AssumeRole,
  clock: Clock,
  limits: Limits,
): SessionCredentials => {
  checkRole(role);
  return sessionCredentials(async () => {
    const { roleCredentials } = await import('../credentials/index.js');
    return roleCredentials(session.client, role, { clock, limitMs: limits.credentialsMs });
  });
};
