import type { SessionChoice } from './session-choice.js';
import { pause } from '../clock/clock.js';
import { sessionFor } from './current-session.js';
import { internalsOf } from './session-internals.js';

/** Waits by the session's clock, for tasks that poll. Rejects with the reason of the signal. */
export const pauseFor = (
  delayMs: number,
  options: SessionChoice & { readonly signal?: AbortSignal | undefined },
): Promise<void> => pause(internalsOf(sessionFor(options)).clock, delayMs, options.signal);
