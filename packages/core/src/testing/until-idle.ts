import { realTimers } from '../clock/real-timers.js';
import { untilNextTurn } from '../clock/until-next-turn.js';

const turnsOfSilence = 10;
const longestFileReadMs = 500;

/** Resolves when `activity` has returned the same number for several turns of the event loop without file access. */
export const untilIdle = async (activity: () => number): Promise<void> => {
  let last = activity();
  let silent = 0;
  let fileReadMs = 0;
  while (silent < turnsOfSilence) {
    await untilNextTurn();
    // An SDK client reads the shared config files in its first call. This takes real time, in which the clock must not move.
    const reading = fileReadMs < longestFileReadMs && filesAreRead();
    if (reading) await new Promise<void>((resolve) => realTimers.setTimeout(resolve, 1));
    if (reading) fileReadMs++;
    silent = reading || activity() !== last ? 0 : silent + 1;
    last = activity();
  }
};

// Node reports closing a file as a different request type.
const filesAreRead = (): boolean =>
  process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq') || name === 'CloseReq');
