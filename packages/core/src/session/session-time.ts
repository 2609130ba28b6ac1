import { sessionFor } from './current-session.js';
import type { SessionChoice } from './session-choice.js';
import { internalsOf } from './session-internals.js';

/** Returns the time of the session's clock, for names and requests that contain it. */
export const sessionTime = (options: SessionChoice): Date => new Date(internalsOf(sessionFor(options)).clock.now());
