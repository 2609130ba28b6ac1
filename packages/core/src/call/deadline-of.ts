import { DeadlineError } from '../errors/deadline-error.js';
import { stepOf } from '../translation/step-of.js';

/** A call whose time is up, as far as its error tells of it. */
export interface InterruptedCall {
  readonly operation: string;
  readonly limit: 'call' | 'wait';
  readonly attempts: number;
  readonly phase: string;
  readonly lastError: unknown;
  readonly joined: InterruptedCall | undefined;
  readonly inner: ReadonlySet<InterruptedCall> | undefined;
}

/** What the caller has set. */
export interface DeadlineSettings {
  readonly limit: 'call' | 'wait';
  readonly timeoutMs: number;
  readonly limitMs?: number | undefined;
}

/** The error of a call whose time is up: it tells what the innermost of its calls was doing. */
export const deadlineOf = (
  call: InterruptedCall,
  { limit, timeoutMs, limitMs = timeoutMs }: DeadlineSettings,
): DeadlineError => {
  const interrupted = interruptedBy(call);
  const { attempts, phase } = interrupted.at(-1) ?? call;
  const steps = interrupted.map(({ operation }) => operation).filter((name, at, all) => name !== all[at - 1]);
  const noun = interrupted.at(-1)?.limit === 'wait' ? 'look' : 'attempt';
  const tried = attempts === 0 ? '' : `, after ${attempts} ${noun}${attempts === 1 ? '' : 's'}`;
  return new DeadlineError(
    `${[call.operation, ...steps.slice(1).map(stepOf)].join(': ')}: not done within ${limitMs} ms, while ${phase}${tried}. ` +
      'Pass a longer timeoutMs, or find out what is slow with onEvent.',
    { operation: call.operation, limit, limitMs, phase, attempts, retryable: true, cause: lastErrorOf(call) },
  );
};

/** The call, the inner call that it is in, and so on. A wait says itself what it waits for. */
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
