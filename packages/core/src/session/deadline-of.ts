import { DeadlineError } from '../errors/deadline-error.js';
import { stepOf } from '../errors/step-of.js';
import type { Call, CallSettings } from './call.js';

/** The error of a call whose time is up: it tells what the innermost of its calls was doing. */
export const deadlineOf = (call: Call, { limit, timeoutMs, limitMs = timeoutMs }: CallSettings): DeadlineError => {
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
const interruptedBy = (call: Call): readonly Call[] => {
  const next = call.limit === 'wait' ? undefined : newestInner(call);
  return next ? [call, ...interruptedBy(next)] : [call];
};

const newestInner = ({ joined, inner }: Call): Call | undefined => joined ?? [...(inner ?? [])].at(-1);

const lastErrorOf = (call: Call): unknown => {
  const inner = newestInner(call);
  if (inner && call.limit === 'call') return lastErrorOf(inner);
  return call.lastError ?? (inner && lastErrorOf(inner));
};
