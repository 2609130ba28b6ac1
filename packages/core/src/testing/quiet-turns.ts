import { nextTurn } from './next-turn.js';

const turnsOfSilence = 10;
const longestFileReadMs = 500;

const { setTimeout: afterMs } = globalThis;

/** Resolves when `activity` has given the same number for several turns of the event loop, in which no file was being read. */
export const quietTurns = async (activity: () => number): Promise<void> => {
  let last = activity();
  let silent = 0;
  let fileReadMs = 0;
  while (silent < turnsOfSilence) {
    await new Promise<void>((resolve) => nextTurn(resolve));
    // A client of the SDK reads the shared config files at its first call: real time, in which nothing else may move.
    const reading = fileReadMs < longestFileReadMs && filesAreRead();
    if (reading) await new Promise<void>((resolve) => afterMs(resolve, 1));
    if (reading) fileReadMs++;
    silent = reading || activity() !== last ? 0 : silent + 1;
    last = activity();
  }
};

// Closing a file is a request of another kind.
const filesAreRead = (): boolean =>
  process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq') || name === 'CloseReq');
