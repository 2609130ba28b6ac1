import { NotFoundError } from '../errors/not-found-error.js';
import type { Call } from '../call/call.js';
import type { SessionInternals } from '../session/session-internals.js';
import type { Service } from '../declaration/service.js';
import { retryOn } from './retry-while.js';

/** For how long AWS may not know what it has just made. */
const freshForMs = 15_000;
const key = Symbol('fresh ids');

const freshIds = (session: SessionInternals): Map<string, number> =>
  session.state(key, () => new Map<string, number>());

/** A queue and a rule may have the same name. */
const nameOf = ({ id: service }: Service, id: string): string => `${service} ${id}`;

/** Remembers what this process has just created. */
export const rememberFresh = (session: SessionInternals, service: Service, ids: readonly string[]): void => {
  const known = freshIds(session);
  const now = session.clock.now();
  for (const [id, until] of known) if (until <= now) known.delete(id);
  for (const id of ids) known.set(nameOf(service, id), now + freshForMs);
};

/** Forgets an ID: it is not there any more, and AWS is right to say so. */
export const forgetFresh = (session: SessionInternals, service: Service, id: string): void =>
  void freshIds(session).delete(nameOf(service, id));

/** Until when AWS may not know an ID that this process has just created; `undefined` for any other. */
export const freshUntilOf = (session: SessionInternals, service: Service, id: string): number | undefined =>
  freshIds(session).get(nameOf(service, id));

/** A call on behalf of which is asked. */
interface Asking {
  readonly session: SessionInternals;
  readonly call: Call;
  readonly id: string;
}

/** Repeats a call while AWS does not know an ID that this process has just created; any other `NotFoundError` is final at once. */
export const askUntil = <Result>(
  until: number,
  { session, call, id }: Asking,
  ask: () => Promise<Result>,
): Promise<Result> =>
  retryOn(
    { clock: session.clock, signal: call.signal },
    {
      when: (error) => error instanceof NotFoundError,
      patienceMs: until - session.clock.now(),
      pauseMs: (repeat) => Math.min(250 * 2 ** (repeat - 1), 2_000),
      phase: `waiting until AWS knows ${id}`,
    },
    ask,
  );
