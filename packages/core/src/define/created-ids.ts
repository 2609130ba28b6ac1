import { NotFoundError } from '../errors/not-found-error.js';
import type { Call } from '../call/call.js';
import type { SessionInternals } from '../session/session-internals.js';
import type { Service } from '../declaration/service.js';
import { retryOn } from './retry-while.js';

/** The time in which AWS may return `NotFound` for a new resource. */
const unknownForMs = 15_000;
const stateKey = Symbol('created ids');

const createdIds = (session: SessionInternals): Map<string, number> =>
  session.state(stateKey, () => new Map<string, number>());

/** IDs of different services can be equal, e.g. the names of a queue and a rule. */
const keyOf = ({ id: service }: Service, id: string): string => `${service} ${id}`;

/** Remembers the IDs of resources that this process created. */
export const rememberCreated = (session: SessionInternals, service: Service, ids: readonly string[]): void => {
  const known = createdIds(session);
  const now = session.clock.now();
  for (const [id, until] of known) if (until <= now) known.delete(id);
  for (const id of ids) known.set(keyOf(service, id), now + unknownForMs);
};

/** Forgets an ID, because the resource was deleted: `NotFound` is then correct. */
export const forgetCreated = (session: SessionInternals, service: Service, id: string): void =>
  void createdIds(session).delete(keyOf(service, id));

/** The time until which AWS may return `NotFound` for an ID; `undefined` unless this process created it recently. */
export const unknownUntil = (session: SessionInternals, service: Service, id: string): number | undefined =>
  createdIds(session).get(keyOf(service, id));

/** The call that retries. */
interface RetryingCall {
  readonly session: SessionInternals;
  readonly call: Call;
  readonly id: string;
}

/** Retries `NotFoundError` for an ID that this process created recently. Other errors are thrown immediately. */
export const retryNotFound = <Result>(
  until: number,
  { session, call, id }: RetryingCall,
  request: () => Promise<Result>,
): Promise<Result> =>
  retryOn(
    { clock: session.clock, signal: call.signal },
    {
      when: (error) => error instanceof NotFoundError,
      patienceMs: until - session.clock.now(),
      pauseMs: (repeat) => Math.min(250 * 2 ** (repeat - 1), 2_000),
      phase: `waiting until AWS finds ${id}`,
    },
    request,
  );
