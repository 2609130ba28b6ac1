import { realTimers } from './real-timers.js';

/** Resolves in the next turn of the event loop, also under the fake timers of a test. */
export const untilNextTurn = (): Promise<void> => new Promise((resolve) => void realTimers.setImmediate(resolve));
