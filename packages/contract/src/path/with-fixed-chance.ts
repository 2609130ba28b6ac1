import crypto from 'node:crypto';

import { afterEach, beforeEach, vi } from 'vitest';

/** Fixes the time and all random values that requests contain, for each test of a group. Afterwards, restores them and the environment. */
export const withFixedChance = (): void => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 30) });
    // The SDK uses the global object, core Node's module.
    for (const source of [globalThis.crypto, crypto])
      vi.spyOn(source, 'randomUUID').mockReturnValue('00000000-0000-4000-8000-000000000000');
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    vi.useRealTimers();
  });
};
