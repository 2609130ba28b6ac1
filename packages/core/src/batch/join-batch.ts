import type { AnyOperation } from '../declaration/any-operation.js';
import type { CallOptions } from '../declaration/call-options.js';
import { toRequest } from '../declaration/to-request.js';
import type { Call } from '../call/call.js';
import { realTimers } from '../clock/real-timers.js';
import type { SessionInternals } from '../session/session-internals.js';
import type { Caller, Group, Settler } from './group.js';
import { sendBatch } from './send-batch.js';

/** One call of an operation that accepts many resources in one request. */
export interface BatchedCall {
  readonly declaration: AnyOperation;
  readonly input: Record<string, unknown>;
  readonly session: SessionInternals;
  readonly options: CallOptions;
  readonly call: Call;
}

const key = Symbol('open batches');

/**
 * Joins concurrent calls: those of the same turn of the event loop with the same session and options are sent as one request. Settles each call
 * with its own item of the response.
 */
export const joinBatch = (batched: BatchedCall, { resolve, reject }: Settler): void => {
  const { declaration, input, session, options, call } = batched;
  const id = String(input[declaration.key ?? '']);
  call.phase = 'waiting to be joined with other calls';
  const timeoutMs = options.timeoutMs ?? session.limits.callMs;
  // A cancelled caller is already settled by its own call; later results for it are ignored.
  addToGroup(batched, restOf(declaration, input), { id, call, timeoutMs, resolve, reject });
};

interface Rest {
  readonly request: object;
  /** Distinguishes requests that differ in more than the ID. */
  readonly variant: string;
}

const bare = new WeakMap<AnyOperation, Rest>();

/** The request without the ID. Cached for calls without other members, which are the most frequent. */
const restOf = (declaration: AnyOperation, input: Record<string, unknown>): Rest => {
  const { key = '' } = declaration;
  const isBare = Object.keys(input).length === 1;
  const known = isBare ? bare.get(declaration) : undefined;
  if (known) return known;
  const others = Object.fromEntries(Object.entries(input).filter(([member]) => member !== key));
  const request = toRequest(declaration, others);
  const rest = { request, variant: JSON.stringify(request) };
  if (isBare) bare.set(declaration, rest);
  return rest;
};

const addToGroup = (
  { declaration, session, options }: BatchedCall,
  { request: rest, variant: members }: Rest,
  caller: Caller,
): void => {
  if (options.batch === false) return void sendBatch({ declaration, session, rest, callers: [caller] });
  const open = session.state(key, () => new Map<AnyOperation, Map<string, Group>>());
  const groups = open.get(declaration) ?? new Map<string, Group>();
  open.set(declaration, groups);
  const variant = `${caller.call.attemptMs} ${caller.call.maxAttempts} ${members}`;
  const group = groups.get(variant);
  if (group) return void group.callers.push(caller);
  const fresh: Group = { declaration, session, rest, callers: [caller] };
  groups.set(variant, fresh);
  realTimers.setImmediate(() => {
    groups.delete(variant);
    sendBatch(fresh);
  });
};
