import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../package-file.js';
import { findPython, oldestMinor } from './find-python.js';
import type { Python } from './python.js';

const python = (version: string, hasVenv = true): Python => ({
  executable: `/usr/bin/python${version}`,
  version,
  platform: '.so',
  installation: '/usr',
  hasVenv,
});

const machine = (installed: Record<string, Python>) => (command: string) => Promise.resolve(installed[command]);

describe('findPython', () => {
  it('returns python3 if its version is supported', async () => {
    const probe = machine({ python3: python('3.13.0'), python: python('3.12.0') });
    expect((await findPython(undefined, probe)).version).toBe('3.13.0');
  });

  it('returns a newer version if python3 is too old', async () => {
    const probe = machine({ python3: python('3.9.6'), 'python3.12': python('3.12.1') });
    expect((await findPython(undefined, probe)).version).toBe('3.12.1');
  });

  it('ignores a version without venv', async () => {
    const probe = machine({ python3: python('3.12.3', false), 'python3.11': python('3.11.2') });
    expect((await findPython(undefined, probe)).version).toBe('3.11.2');
  });

  it('throws an error that says what to install if there is no Python', async () => {
    await expect(findPython(undefined, machine({}), 'darwin')).rejects.toThrow(
      'The local AWS requires Python 3.10 or newer with venv (found none on the PATH): install it with `brew install python3`, then run the command again.',
    );
  });

  it('names the versions that it found in the error', async () => {
    const probe = machine({ python3: python('3.12.3', false), python: python('3.8.10') });
    await expect(findPython(undefined, probe, 'linux')).rejects.toThrow(
      /\(found 3\.12\.3 without venv, 3\.8\.10\): install it with your package manager \(Debian/,
    );
  });

  it('requires the version for which the requirements are locked', async () => {
    expect(await readFile(packageFile('package.json'), 'utf8')).toContain(`--python-version 3.${oldestMinor} `);
  });
});
