import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createSession } from '../session/create-session.js';
import { internalsOf } from '../session/session-internals.js';
import type * as sessions from '../session/create-session.js';
import type { CredentialProvider } from './credentials.js';

beforeEach(() => {
  for (const name of Object.keys(process.env).filter((each) => each.startsWith('AWS_'))) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const inspected = async (): Promise<string> => {
  const { inspect } = await import('node:util');
  const registry = Object.getOwnPropertySymbols(globalThis).map((symbol) => (globalThis as never)[symbol]);
  return inspect(registry, { showHidden: true, depth: 10 });
};

it('shares the credentials of a function between sessions', async () => {
  const provider = vi.fn<CredentialProvider>(async () => ({ accessKeyId: 'SHARED', secretAccessKey: 'marker-secret' }));
  const sessionsOfProvider = [1, 2, 3].map(() => createSession({ region: 'eu-west-1', credentials: provider }));
  for (const session of sessionsOfProvider) {
    expect(await internalsOf(session).credentials()).toMatchObject({ accessKeyId: 'SHARED' });
  }
  expect(provider).toHaveBeenCalledOnce();
  const other = createSession({ region: 'eu-west-1', credentials: async () => provider({} as never) });
  await internalsOf(other).credentials();
  expect(provider).toHaveBeenCalledTimes(2);
});

it('shares the credentials of equal settings between sessions and copies of this package, but does not show them', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'REGISTERED');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'marker-secret');
  // A copy of the module has a cache class of its own: the registry decides which one is used.
  vi.resetModules();
  const copy = (await import('../session/create-session.js')) as typeof sessions;
  const { internalsOf: internalsOfCopy } = await import('../session/session-internals.js');
  expect(copy.createSession).not.toBe(createSession);
  const [one, two, ofCopy] = [createSession(), createSession(), copy.createSession()];
  const found = [
    await internalsOf(one).credentials(),
    await internalsOf(two).credentials(),
    await internalsOfCopy(ofCopy).credentials(),
  ];
  expect(found[0]).toMatchObject({ accessKeyId: 'REGISTERED' });
  expect(new Set(found).size).toBe(1);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'marker-other');
  expect(await internalsOf(createSession()).credentials()).not.toBe(found[0]);
  expect(await inspected()).not.toContain('marker');
});
