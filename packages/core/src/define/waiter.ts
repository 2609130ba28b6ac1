import type { ZodMiniType } from 'zod/mini';

import { ArchError } from '../errors/arch-error.js';
import { asStepOf } from '../translation/as-step-of.js';
import { closed } from '../translation/sdk-error.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { WaitError } from '../errors/wait-error.js';
import { publish, callListener } from '../events/publish.js';
import { type CallOptions, checkCallOptions, type WaitableCallOptions } from '../declaration/call-options.js';
import type { Members } from '../declaration/declaration.js';
import { declared, type DeclaredFunction } from '../declaration/info.js';
import { once } from '../sdk/once.js';
import { readCallInput } from '../declaration/read-call-input.js';
import { run } from '../call/run.js';
import type { Call } from '../call/call.js';
import { sessionFor } from '../session/current-session.js';
import { internalsOf, type SessionInternals } from '../session/session-internals.js';
import { checkWaitOptions, waitOptionNames } from '../wait/check-wait-options.js';
import type { Observation } from '../wait/observation.js';
import { sharedPause } from '../wait/shared-pause.js';
import type { WaitOptions } from '../wait/wait-options.js';

/** A function that waits until a resource is in a state. */
export interface Waiter<Input, Output> extends DeclaredFunction {
  (input: Input, options?: CallOptions & WaitOptions): Promise<Output>;
}

/** How to wait for one kind of resource. */
export interface WaiterDeclaration<Input, Output> {
  readonly name: string;
  /** The input member that names the resource. */
  readonly key: NoInfer<keyof Members<Input> & string>;
  readonly input: ZodMiniType<NoInfer<Members<Input>>>;
  /** What it calls: its permissions are the waiter's. */
  readonly uses: readonly DeclaredFunction[];
  /** Looks at the resource once. What it throws ends the wait, unless trying again may help. */
  readonly look: (input: Members<Input>, options: CallOptions) => Promise<Observation<Output>>;
  /** Milliseconds until the wait gives up. Default 600,000. */
  readonly timeoutMs?: number;
  /** Milliseconds of the first pause. Default 1,000. */
  readonly pollMs?: number;
}

/** Makes a waiting function from its declaration. */
export const waiter = <Input, Output>(declare: () => WaiterDeclaration<Input, Output>): Waiter<Input, Output> => {
  const declaration = once(declare);
  const wait = async (input: Input, options: CallOptions & WaitOptions = {}): Promise<Output> => {
    const { name, key, timeoutMs = 600_000 } = declaration();
    checkCallOptions(name, options, waitOptionNames);
    checkWaitOptions(name, options);
    const members = readCallInput<Members<Input>>(declaration(), input);
    if ('aws' in (members as object)) {
      throw new InvalidInputError(`${name}: aws is not a member that exists: a wait makes requests of its own.`, {
        operation: name,
      });
    }
    const id = String((members as Record<string, unknown>)[key]);
    const session = internalsOf(sessionFor(options));
    return run({ name, session, options, timeoutMs, limit: 'wait' }, (call) =>
      pollUntilReached({ declaration: declaration(), members, id, session, options, call }),
    );
  };
  return declared(wait, 'waiter', declaration);
};

interface Waiting<Input, Output> {
  readonly declaration: WaiterDeclaration<Input, Output>;
  readonly members: Members<Input>;
  readonly id: string;
  readonly session: SessionInternals;
  readonly options: CallOptions & WaitOptions;
  readonly call: Call;
}

const longestPauseMs = 15_000;

const pollUntilReached = async <Input, Output>(waiting: Waiting<Input, Output>): Promise<Output> => {
  const { declaration, id, session, options, call } = waiting;
  const { clock } = session;
  const startedAt = clock.now();
  const leastMs = options.pollMs ?? declaration.pollMs ?? 1_000;
  call.phase = `looking at ${id}`;
  for (let attempt = 1; ; attempt++) {
    // What a wait has cost is its looks: the requests are those of the calls that look.
    call.countAttempt();
    const seen = await look(waiting);
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
    if (verdict === 'reached' && 'value' in seen) return seen.value;
    if (verdict === 'failed') {
      throw new WaitError(
        `${declaration.name}: ${id} is ${state}: what is waited for cannot happen any more.${reason ? ` AWS's reason: ${closed(reason)}` : ''}`,
        { operation: declaration.name, id, state, reason, attempts: attempt, elapsedMs },
      );
    }
    const mostMs = Math.max(leastMs, Math.min(longestPauseMs, leastMs * 2 ** attempt));
    await sharedPause(session, { kind: declaration, leastMs, mostMs, signal: call.signal });
  }
};

/** Looks once; what may pass by itself counts as not yet, everything else ends the wait. */
const look = async <Input, Output>({
  declaration,
  members,
  options,
  call,
}: Waiting<Input, Output>): Promise<Observation<Output> | { verdict: 'pending'; state: string; reason: string }> => {
  const {
    timeoutMs: _ofTheWait,
    pollMs: _pace,
    onProgress: _listener,
    wait: _no,
    ...shared
  } = options as WaitableCallOptions & WaitOptions;
  try {
    return await declaration.look(members, { ...shared, signal: call.signal });
  } catch (thrown) {
    if (call.signal.aborted) throw thrown;
    const error = asStepOf({ name: declaration.name, signal: undefined }, thrown);
    if (!(error instanceof ArchError) || !error.retryable) throw error;
    call.lastError = error;
    return { verdict: 'pending', state: 'unknown', reason: error.message.replace(`${declaration.name}: `, '') };
  }
};
