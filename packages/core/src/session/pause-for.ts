import type { SessionChoice } from './session-choice.js';
import { pause } from '../clock/clock.js';
import { sessionFor } from './current-session.js';
import { internalsOf } from './session-internals.js';

/** Waits on the session's clock, for tasks that ask again; it rejects with the signal's reason. */
export const pauseFor = (
  delayMs: number,
  options: SessionChoice & { readonly signal?: AbortSignal | undefined },
): Promise<void> => pause(internalsOf(sessionFor(options)).clock, delayMs, options.signal);
