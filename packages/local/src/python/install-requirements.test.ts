import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeProgram } from '../__fixtures__/fake-program.js';
import { temporaryFolder } from '../__fixtures__/temporary-folder.js';
import { LocalAwsError } from '../local-aws-error.js';
import { installRequirements } from './install-requirements.js';

/** Installs with an interpreter that writes its arguments to a file and then runs `script`. */
async function installWith(script: string): Promise<{ calls: string[]; steps: string[]; error: unknown }> {
  await using folder = await temporaryFolder();
  const steps: string[] = [];
  await fakeProgram(join(folder.path, 'bin/python'), `echo "$*" >> calls\n${script}`);
  const installing = installRequirements({ folder: folder.path, onProgress: (step) => void steps.push(step) });
  const error = await installing.catch((reason: unknown) => reason);
  const calls = (await readFile(join(folder.path, 'calls'), 'utf8')).trim().split('\n');
  return { calls, steps, error };
}

describe('installRequirements', () => {
  it('installs uv with pip and the emulators with uv, and checks hashes', async () => {
    const { calls, steps, error } = await installWith('exit 0');
    expect(error).toBeUndefined();
    expect(calls).toEqual([
      expect.stringMatching(/^-I -m pip install --quiet --require-hashes .*installer\.txt$/),
      expect.stringMatching(/^-I -m uv pip install --python .* --require-hashes .*emulators\.txt$/),
    ]);
    expect(steps).toEqual([]);
  });

  it.each([
    ['cannot be installed', 'case "$*" in *installer.txt) exit 1;; esac', 2],
    ['fails', 'case "$*" in *"-m uv"*) exit 1;; esac', 3],
    [
      'times out',
      'case "$*" in *"-m uv"*) echo "error: request timed out" >&2; exit 1;; esac',
      3,
      ' (error: request timed out)',
    ],
  ])('uses pip if uv %s', async (_what, script, count, reason = '') => {
    const { calls, steps, error } = await installWith(script);
    expect(error).toBeUndefined();
    expect(calls).toHaveLength(count);
    expect(calls.at(-1)).toMatch(/^-I -m pip install --quiet --require-hashes .*emulators\.txt$/);
    expect(steps).toEqual([`uv failed${reason}: installing with pip, which takes longer`]);
  });

  it('throws an error with advice and the last output if pip fails too', async () => {
    const { error } = await installWith('echo "no route to host" >&2; exit 1');
    expect(error).toBeInstanceOf(LocalAwsError);
    expect(String(error)).toMatch(
      /^LocalAwsError: The emulators could not be installed: check the network, the proxy and the settings of pip, then start the local AWS again\.\n {2}no route to host$/,
    );
  });
});
