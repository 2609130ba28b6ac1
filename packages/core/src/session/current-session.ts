import { AsyncLocalStorage } from 'node:async_hooks';

import { createSession } from './create-session.js';
import { internalsOf } from './session-internals.js';
import type { SessionChoice } from './session-choice.js';
import type { Session } from './session.js';

// The number in the key is the version of the stored value: only compatible copies of this package share it.
const key: unique symbol = Symbol.for('@arch/core/current-session/1') as never;

/** Returns the store of `withSession`, which all copies of this package in the process share. */
const currentSession = (): AsyncLocalStorage<Session> => {
  const holder = globalThis as { [key]?: AsyncLocalStorage<Session> };
  return (holder[key] ??= new AsyncLocalStorage());
};

const byProfile = new Map<string, Session>();

/** Sets the session of all calls in `work`, also after `await`. Returns the result of `work`. */
export const withSession = <Result>(session: Session, work: () => Result): Result => {
  internalsOf(session);
  return currentSession().run(session, work);
};

/** Returns the session of a call: from its options, from `withSession`, or the default session of the process. */
export const sessionFor = ({ session, region, profile }: SessionChoice): Session => {
  if (session !== undefined) internalsOf(session);
  const chosen =
    session ?? (profile === undefined ? (currentSession().getStore() ?? defaultSession('')) : defaultSession(profile));
  return region === undefined ? chosen : chosen.in(region);
};

// One session per profile: all calls of the process share its clients, sockets and retry budget.
const defaultSession = (profile: string): Session => {
  let session = byProfile.get(profile);
  if (!session) byProfile.set(profile, (session = createSession(profile ? { profile } : {})));
  return session;
};
