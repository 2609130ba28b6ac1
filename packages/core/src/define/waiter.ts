import { ArchError } from '../errors/arch-error.js';
import { asStepOf } from '../translation/as-step-of.js';
import { closed } from '../translation/sdk-error.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { NotFoundError } from '../errors/not-found-error.js';
import { WaitError } from '../errors/wait-error.js';
import { publish, callListener } from '../events/publish.js';
import { type CallOptions, checkCallOptions, type WaitableCallOptions } from '../declaration/call-options.js';
import type { Members } from '../declaration/declaration.js';
import { declared, type DeclaredFunction, type PolicyLimits } from '../declaration/info.js';
import { once } from '../sdk/once.js';
import { readCallInput } from '../declaration/read-call-input.js';
import { run } from '../call/run.js';
import type { ValueType } from '../schema/value-type.js';
import type { Call } from '../call/call.js';
import { sessionFor } from '../session/current-session.js';
import { internalsOf, type SessionInternals } from '../session/session-internals.js';
import { checkWaitOptions, waitOptionNames } from '../wait/check-wait-options.js';
import type { Observation } from '../wait/observation.js';
import { sharedPause } from '../wait/shared-pause.js';
import type { WaitOptions } from '../wait/wait-options.js';

/** A function that waits, and resolves with the same type whatever it waits for. */
export interface Waiter<Input, Output, Limits extends PolicyLimits = {}> extends DeclaredFunction<Limits> {
  (input: Input, options?: CallOptions & WaitOptions): Promise<Output>;
}

/** How to wait for one kind of resource. */
export interface WaiterDeclaration<Input, Output> {
  readonly name: string;
  /** The input member that names the resource. */
  readonly key: NoInfer<keyof Members<Input> & string>;
  readonly input: ValueType<NoInfer<Members<Input>>>;
  /** The functions that it calls; their permissions are the waiter's. */
  readonly uses: readonly DeclaredFunction[];
  /** Checks the resource once. An error ends the wait, unless it is retryable. */
  readonly look: (input: Members<Input>, options: CallOptions) => Promise<Observation<Output>>;
  /** Deadline of the wait in milliseconds. Default: 600,000. */
  readonly timeoutMs?: number;
  /** The first pause in milliseconds. Default: 1,000. */
  readonly pollMs?: number;
}

/** Makes a waiting function from its declaration. */
export const waiter = <Input, Output, Limits extends PolicyLimits = {}>(
  declare: () => WaiterDeclaration<Input, Output>,
): Waiter<Input, Output, Limits> => waitingFunction(declare as () => AnyWaiter) as Waiter<Input, Output, Limits>;

/** Makes a waiting function from a declaration whose types are no longer known. */
export const waitingFunction = (declare: () => AnyWaiter): Waiter<unknown, unknown> => {
  const declaration = once(declare);
  const wait = async (input: unknown, options: CallOptions & WaitOptions = {}): Promise<unknown> => {
    const { name, key, timeoutMs = 600_000 } = declaration();
    checkCallOptions(name, options, waitOptionNames);
    checkWaitOptions(name, options);
    const members = readCallInput(declaration(), input) as Record<string, unknown>;
    if ('aws' in members) {
      throw new InvalidInputError(`${name}: unknown member aws: a waiter sends its own requests.`, {
        operation: name,
      });
    }
    const id = String(members[key]);
    const session = internalsOf(sessionFor(options));
    return run({ name, session, options, timeoutMs, limit: 'wait' }, (call) =>
      pollUntilReached({ declaration: declaration(), members, id, session, options, call }),
    );
  };
  return declared(wait, 'waiter', declaration);
};

/** A waiter whose types are no longer known. */
export interface AnyWaiter {
  readonly name: string;
  readonly key: string;
  readonly input: ValueType;
  readonly uses: readonly DeclaredFunction[];
  readonly timeoutMs?: number;
  readonly pollMs?: number;
  readonly absent?: string;
  look(input: unknown, options: CallOptions): Promise<Observation<unknown>>;
}

interface Waiting {
  readonly declaration: AnyWaiter;
  readonly members: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly session: SessionInternals;
  readonly options: CallOptions & WaitOptions;
  readonly call: Call;
}

const maxPauseMs = 15_000;

const pollUntilReached = async (waiting: Waiting): Promise<unknown> => {
  const { declaration, id, session, options, call } = waiting;
  const { clock } = session;
  const startedAt = clock.now();
  const minMs = options.pollMs ?? declaration.pollMs ?? 1_000;
  call.phase = `checking ${id}`;
  for (let attempt = 1; ; attempt++) {
    // A waiter's attempts are its checks; the requests count for the calls that check.
    call.countAttempt();
    const seen = await check(waiting);
    const { verdict, state, reason } = seen;
    const elapsedMs = clock.now() - startedAt;
    call.phase = `waiting for ${id}, which is ${state}${reason ? ` (${reason})` : ''}`;
    publish(call.listeners, 'poll', () => ({
      operation: declaration.name,
      atMs: clock.now(),
      id,
      attempt,
      state,
      ...(reason !== undefined && { reason }),
      elapsedMs,
    }));
    if (options.onProgress)
      callListener(options.onProgress, { state, ...(reason !== undefined && { reason }), elapsedMs, attempt });
    if (verdict === 'reached') return waitsForAbsence(waiting) ? undefined : seen.value;
    if (verdict === 'failed') {
      throw new WaitError(
        `${declaration.name}: ${id} is ${state} and cannot reach the goal.${reason ? ` Reason: ${closed(reason)}` : ''}`,
        { operation: declaration.name, id, state, reason, attempts: attempt, elapsedMs },
      );
    }
    const maxMs = Math.max(minMs, Math.min(maxPauseMs, minMs * 2 ** attempt));
    await sharedPause(session, { kind: declaration, minMs, maxMs, signal: call.signal });
  }
};

const waitsForAbsence = ({ declaration: { absent }, members }: Waiting): boolean =>
  absent !== undefined && members['state'] === absent;

/** Checks once. A retryable error counts as not yet reached; any other error ends the wait. */
const check = async (waiting: Waiting): Promise<Observation<unknown>> => {
  const { declaration, members, options, call } = waiting;
  const {
    timeoutMs: _deadline,
    pollMs: _pollMs,
    onProgress: _onProgress,
    wait: _wait,
    ...shared
  } = options as WaitableCallOptions & WaitOptions;
  try {
    return await declaration.look(members, { ...shared, signal: call.signal });
  } catch (thrown) {
    if (call.signal.aborted) throw thrown;
    if (waitsForAbsence(waiting) && thrown instanceof NotFoundError)
      return { verdict: 'reached', state: String(members['state']), value: undefined };
    const error = asStepOf({ name: declaration.name, signal: undefined }, thrown);
    if (!(error instanceof ArchError) || !error.retryable) throw error;
    call.lastError = error;
    const reason = error.message.replace(`${declaration.name}: `, '');
    return { verdict: 'pending', state: 'unknown', reason, value: undefined };
  }
};
