import type { AnyOperation } from '../operation/operation.js';
import type { CallOptions } from '../operation/call-options.js';
import { toRequest } from '../operation/to-request.js';
import type { Call } from '../session/call.js';
import { endingWith } from '../session/call.js';
import type { SessionInternals } from '../session/session-internals.js';
import { sendBatch } from './send-batch.js';

/** One caller of an operation that AWS takes many at once of. */
export interface BatchedCall {
  readonly declaration: AnyOperation;
  readonly input: Record<string, unknown>;
  readonly session: SessionInternals;
  readonly options: CallOptions;
  readonly call: Call;
}

/** A caller that waits for its item of a joined answer. */
export interface Caller {
  readonly id: string;
  readonly call: Call;
  readonly timeoutMs: number;
  resolve(item: unknown): void;
  reject(error: unknown): void;
}

/** Calls that may go out together: same operation, same options, same members beside the ID. */
export interface Group {
  readonly declaration: AnyOperation;
  readonly session: SessionInternals;
  /** The request without the IDs, in AWS's words. */
  readonly rest: object;
  readonly callers: Caller[];
}

const key = Symbol('open batches');

/**
 * The item of AWS's answer that belongs to this call. Calls of the same turn of the event loop with the same session and options become
 * one request.
 */
export const batchedAnswer = async (batched: BatchedCall): Promise<unknown> => {
  const { declaration, input, session, options, call } = batched;
  const id = String(input[declaration.key ?? '']);
  const rest = toRequest(declaration, withoutKey(input, declaration.key));
  call.phase = 'waiting to be sent with others';
  return endingWith(
    call.signal,
    () =>
      new Promise((resolve, reject) => {
        const timeoutMs = options.timeoutMs ?? session.limits.callMs;
        join(batched, rest, { id, call, timeoutMs, resolve, reject });
      }),
  );
};

const withoutKey = (input: Record<string, unknown>, name: string | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(input).filter(([member]) => member !== name));

const join = ({ declaration, session, options }: BatchedCall, rest: object, caller: Caller): void => {
  if (options.batch === false) return void sendBatch({ declaration, session, rest, callers: [caller] });
  const open = session.state(key, () => new Map<AnyOperation, Map<string, Group>>());
  const groups = open.get(declaration) ?? new Map<string, Group>();
  open.set(declaration, groups);
  const variant = JSON.stringify([rest, caller.call.attemptMs, caller.call.maxAttempts]);
  const group = groups.get(variant);
  if (group) return void group.callers.push(caller);
  const fresh: Group = { declaration, session, rest, callers: [caller] };
  groups.set(variant, fresh);
  setImmediate(() => {
    groups.delete(variant);
    sendBatch(fresh);
  });
};
