import { setImmediate as turn } from 'node:timers/promises';

const quietTurns = 30;

/** Timers, sockets and lookups that keep the process going; the turns of the event loop that a test takes itself are none. */
const read = (): readonly string[] =>
  process
    .getActiveResourcesInfo()
    .filter((name) => name !== 'Immediate' && !name.startsWith('FSReq'))
    .sort();

/** What keeps the process going, once nothing has changed for some turns of the event loop: sockets close a turn after they are told to. */
const readWhenQuiet = async (): Promise<readonly string[]> => {
  let last = read();
  for (let quiet = 0; quiet < quietTurns; quiet++) {
    await turn();
    const now = read();
    if (now.join() !== last.join()) quiet = 0;
    last = now;
  }
  return last;
};

/** Remembers what keeps the process going; what it gives says what has come to that and not gone again. */
export const watchResources = async (): Promise<() => Promise<readonly string[]>> => {
  const before = await readWhenQuiet();
  return async () => {
    const known = [...before];
    return (await readWhenQuiet()).filter((name) => {
      const at = known.indexOf(name);
      if (at >= 0) known.splice(at, 1);
      return at < 0;
    });
  };
};
