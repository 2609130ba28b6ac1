import type { Cancel } from '../clock/clock.js';
import { sessionFor } from './current-session.js';
import type { SessionChoice } from './session-choice.js';
import { internalsOf } from './session-internals.js';

/** Calls `callback` after `delayMs` by the session's clock, unless it is cancelled. For limits of work in progress. */
export const scheduleFor = (delayMs: number, choice: SessionChoice, callback: () => void): Cancel =>
  internalsOf(sessionFor(choice)).clock.schedule(delayMs, 'deadline', callback);
