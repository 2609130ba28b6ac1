import { runCall } from '../../call/start-call.js';
import { systemClock } from '../../clock/clock.js';
import { createSession } from '../../session/create-session.js';
import { internalsOf } from '../../session/session-internals.js';
import type { SessionOptions } from '../../session/session.js';
import type { Credentials } from '../credentials.js';

/** Resolves the credentials of a new session as a call with a time limit does. */
export const credentialsOf = (options: SessionOptions = {}, timeoutMs = 60_000): Promise<Credentials> => {
  const session = internalsOf(createSession({ region: 'eu-west-1', ...options }));
  const settings = {
    operation: 'describeInstance',
    clock: systemClock,
    listeners: [],
    attemptMs: 30_000,
    maxAttempts: 3,
    limit: 'call',
    timeoutMs,
    signal: undefined,
  } as const;
  return runCall(settings, () => session.credentials());
};
