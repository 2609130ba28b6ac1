import { NotFoundError } from '../errors/not-found-error.js';
import type { Call } from '../call/call.js';
import { pause } from '../clock/clock.js';
import type { SessionInternals } from '../session/session-internals.js';
import type { Service } from '../declaration/service.js';

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

/** Asks again for a while when AWS does not know an ID that this process has just created; any other NotFound is final at once. */
export const askUntil = async <Result>(
  until: number,
  { session, call, id }: Asking,
  ask: () => Promise<Result>,
): Promise<Result> => {
  for (let delayMs = 250; ; delayMs = Math.min(delayMs * 2, 2_000)) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof NotFoundError) || session.clock.now() + delayMs > until) throw error;
      call.phase = `waiting until AWS knows ${id}`;
      call.lastError = error;
      await pause(session.clock, delayMs, call.signal);
    }
  }
};
