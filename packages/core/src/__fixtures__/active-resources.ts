import { setImmediate as turn } from 'node:timers/promises';

const untilIdle = 30;

/** The timers, sockets and lookups that keep the process alive, without the test's own turns of the event loop. */
const read = (): readonly string[] =>
  process
    .getActiveResourcesInfo()
    .filter((name) => name !== 'Immediate' && !name.startsWith('FSReq'))
    .sort();

/** The active resources after several turns without a change: sockets close one turn after they are destroyed. */
const readWhenQuiet = async (): Promise<readonly string[]> => {
  let last = read();
  for (let quiet = 0; quiet < untilIdle; quiet++) {
    await turn();
    const now = read();
    if (now.join() !== last.join()) quiet = 0;
    last = now;
  }
  return last;
};

/** Records the active resources. The returned function returns those that were added and not released. */
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
