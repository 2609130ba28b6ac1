import { DeadlineError } from '../errors/deadline-error.js';
import { stepOf } from '../translation/step-of.js';

/** The part of a call that the error of its deadline describes. */
export interface InterruptedCall {
  readonly operation: string;
  readonly limit: 'call' | 'wait';
  readonly attempts: number;
  readonly phase: string;
  readonly lastError: unknown;
  readonly joined: InterruptedCall | undefined;
  readonly inner: ReadonlySet<InterruptedCall> | undefined;
}

/** The limit of a call. */
export interface DeadlineSettings {
  readonly limit: 'call' | 'wait';
  readonly timeoutMs: number;
  readonly limitMs?: number | undefined;
}

/** Returns the error of a call that reached its deadline. It describes the step of the innermost call. */
export const toDeadlineError = (
  call: InterruptedCall,
  { limit, timeoutMs, limitMs = timeoutMs }: DeadlineSettings,
): DeadlineError => {
  const interrupted = interruptedBy(call);
  const { attempts, phase } = interrupted.at(-1) ?? call;
  const steps = interrupted.map(({ operation }) => operation).filter((name, at, all) => name !== all[at - 1]);
  const noun = interrupted.at(-1)?.limit === 'wait' ? 'poll' : 'attempt';
  const tried = attempts === 0 ? '' : `, after ${attempts} ${noun}${attempts === 1 ? '' : 's'}`;
  return new DeadlineError(
    `${[call.operation, ...steps.slice(1).map(stepOf)].join(': ')}: not completed within ${limitMs} ms, while ${phase}${tried}. ` +
      'Pass a longer timeoutMs, or find the slow step with onEvent.',
    { operation: call.operation, limit, limitMs, phase, attempts, retryable: true, cause: lastErrorOf(call) },
  );
};

/** Returns the call, its newest inner call, and so on. It ends at a wait, whose own phase is more useful. */
const interruptedBy = (call: InterruptedCall): readonly InterruptedCall[] => {
  const next = call.limit === 'wait' ? undefined : newestInner(call);
  return next ? [call, ...interruptedBy(next)] : [call];
};

const newestInner = ({ joined, inner }: InterruptedCall): InterruptedCall | undefined =>
  joined ?? [...(inner ?? [])].at(-1);

const lastErrorOf = (call: InterruptedCall): unknown => {
  const inner = newestInner(call);
  if (inner && call.limit === 'call') return lastErrorOf(inner);
  return call.lastError ?? (inner && lastErrorOf(inner));
};
