import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { emulators } from '../emulators/emulators.js';
import { packageFile } from '../package-file.js';
import { pinnedVersion } from './pinned-version.js';

describe('pinnedVersion', () => {
  it('reads the version of one package from a locked file', () => {
    const locked =
      'motor==1.0 \\\n    --hash=sha256:00\nmoto==5.2.5 \\\n    --hash=sha256:11\nsix==1.0 ; python_version < "3"';
    expect(pinnedVersion(locked, 'moto')).toBe('5.2.5');
    expect(pinnedVersion(locked, 'six')).toBe('1.0');
    expect(pinnedVersion(locked, 'absent')).toBeUndefined();
  });
});

describe('requirements/emulators.txt', () => {
  it.each(emulators)('pins $name to the version of emulators.in', async ({ name }) => {
    const locked = await readFile(packageFile('requirements/emulators.txt'), 'utf8');
    const required = await readFile(packageFile('requirements/emulators.in'), 'utf8');
    expect(required).toMatch(new RegExp(`^${name}(\\[.*\\])?==${pinnedVersion(locked, name)}$`, 'm'));
  });

  it.each(['emulators', 'installer'])('%s.txt contains no registry, and a hash for every package', async (file) => {
    const locked = await readFile(packageFile(`requirements/${file}.txt`), 'utf8');
    expect(locked).not.toMatch(/https?:|--(extra-)?index|--find-links/);
    for (const entry of locked.trim().split(/\n(?=\S)/)) expect(entry).toMatch(/==.*--hash=sha256:[0-9a-f]{64}/s);
  });
});
