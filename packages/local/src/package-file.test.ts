import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packageFile } from './package-file.js';

it.each(['python/launch.py', 'requirements/emulators.txt', 'requirements/installer.txt'])('finds %s', (path) => {
  expect(existsSync(packageFile(path))).toBe(true);
});
