import { sessionFor } from './current-session.js';
import type { SessionChoice } from './session-choice.js';
import { internalsOf } from './session-internals.js';

/** What time it is by the session's clock, for names and requests that carry it. */
export const sessionTime = (options: SessionChoice): Date => new Date(internalsOf(sessionFor(options)).clock.now());
