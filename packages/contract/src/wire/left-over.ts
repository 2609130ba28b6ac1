import { setImmediate as turn } from 'node:timers/promises';

/** The test runner has timers of its own, which end by themselves. */
const patienceMs = 1_000;

/** What keeps the process going: sockets, timers, lookups. */
const read = (): readonly string[] =>
  process.getActiveResourcesInfo().filter((name) => name !== 'Immediate' && !/^(?:FSReq|CloseReq)/.test(name));

/** Remembers what keeps the process going; the function that this returns names what has been added and does not go away. */
export const watchLeftOver = (): (() => Promise<readonly string[]>) => {
  const before = read();
  return async () => {
    let left = added(before, read());
    const startedAt = performance.now();
    while (left.length > 0 && performance.now() - startedAt < patienceMs) {
      await turn();
      left = added(before, read());
    }
    return left;
  };
};

const added = (before: readonly string[], now: readonly string[]): readonly string[] => {
  const known = [...before];
  return now.filter((name) => {
    const at = known.indexOf(name);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
};
