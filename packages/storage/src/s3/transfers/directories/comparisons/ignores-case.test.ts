import { join } from 'node:path';

import { expect, it } from 'vitest';

import { temporaryFolder } from '../__fixtures__/temporary-folder.js';
import { ignoresCase } from './ignores-case.js';

it.runIf(process.platform === 'linux')(
  'finds that Linux distinguishes case, also for a directory that does not exist',
  async () => {
    await using folder = await temporaryFolder();
    expect(await ignoresCase(folder.path)).toBe(false);
    expect(await ignoresCase(join(folder.path, 'new', 'one'))).toBe(false);
  },
);
