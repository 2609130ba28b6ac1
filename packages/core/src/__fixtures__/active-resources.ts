import { setImmediate as turn } from 'node:timers/promises';

/** Timers, sockets and lookups that keep the process going; the turns of the event loop that a test takes itself are none. */
export const activeResources = (): readonly string[] =>
  process
    .getActiveResourcesInfo()
    .filter((name) => name !== 'Immediate' && !name.startsWith('FSReq'))
    .sort();

/** What is active once it is no more than before, or after many turns of the event loop: sockets close a turn after they are told to. */
export const activeResourcesAfter = async (before: readonly string[]): Promise<readonly string[]> => {
  for (let turns = 0; turns < 200 && activeResources().join() !== before.join(); turns++) await turn();
  return activeResources();
};
