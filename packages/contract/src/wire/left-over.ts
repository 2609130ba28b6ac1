import { setImmediate as turn } from 'node:timers/promises';

/** The maximum time to wait, in milliseconds: the test runner has its own timers, which end without a test's help. */
const patienceMs = 1_000;

/** Returns the resources that keep the process alive: sockets, timers, lookups. */
const activeResources = (): readonly string[] =>
  process.getActiveResourcesInfo().filter((name) => name !== 'Immediate' && !/^(?:FSReq|CloseReq)/.test(name));

/** Stores the resources that keep the process alive. The returned function returns the names of new resources that do not end. */
export const watchLeftOver = (): (() => Promise<readonly string[]>) => {
  const before = activeResources();
  return async () => {
    let left = added(before, activeResources());
    const startedAt = performance.now();
    while (left.length > 0 && performance.now() - startedAt < patienceMs) {
      await turn();
      left = added(before, activeResources());
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
