import type { Cancel } from '../clock/clock.js';
import { sessionFor } from './current-session.js';
import type { SessionChoice } from './session-choice.js';
import { internalsOf } from './session-internals.js';

/** Calls back after `delayMs` on the session's clock, unless it is cancelled: for what guards work that is under way. */
export const scheduleFor = (delayMs: number, choice: SessionChoice, callback: () => void): Cancel =>
  internalsOf(sessionFor(choice)).clock.schedule(delayMs, 'deadline', callback);
