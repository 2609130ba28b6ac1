import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterEach, expect, it, vi } from 'vitest';

import { userStateFolder } from './user-state-folder.js';

afterEach(() => void vi.unstubAllEnvs());

const variable = process.platform === 'win32' ? 'LOCALAPPDATA' : 'XDG_STATE_HOME';

it.each([
  [resolve('/state'), resolve('/state')],
  [undefined, join(homedir(), '.local', 'state')],
  ['', join(homedir(), '.local', 'state')],
  ['relative/state', join(homedir(), '.local', 'state')],
])(
  'is the folder of the environment if it is an absolute path, otherwise one in the home folder: %s',
  (given, expected) => {
    vi.stubEnv(variable, given);
    expect(userStateFolder()).toBe(expected);
  },
);
