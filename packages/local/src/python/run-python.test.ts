import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeProgram } from '../__fixtures__/fake-program.js';
import { temporaryFolder } from '../__fixtures__/temporary-folder.js';
import { runPython } from './run-python.js';

describe('runPython', () => {
  it('resolves if the interpreter succeeds', async () => {
    await using folder = await temporaryFolder();
    const python = await fakeProgram(join(folder.path, 'python'), 'echo hello; test "$PIP_USER" = 0');
    const options = { failure: 'Nothing could be done.', workingFolder: folder.path };
    await expect(runPython(python, ['-m', 'venv'], options)).resolves.toBeUndefined();
  });

  it('throws an error with the last lines of the output', async () => {
    await using folder = await temporaryFolder();
    const python = await fakeProgram(join(folder.path, 'python'), 'echo first; echo second >&2; exit 3');
    const options = { failure: 'Nothing could be done.', workingFolder: folder.path };
    const error: unknown = await runPython(python, [], options).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'LocalAwsError', output: expect.arrayContaining(['first', 'second']) });
    expect(String(error)).toContain('LocalAwsError: Nothing could be done.');
  });

  it('ends the interpreter after an abort', async () => {
    await using folder = await temporaryFolder();
    const python = await fakeProgram(join(folder.path, 'python'), 'exec sleep 60');
    const options = { failure: 'Nothing could be done.', workingFolder: folder.path, signal: AbortSignal.timeout(50) };
    await expect(runPython(python, [], options)).rejects.toThrow(/aborted/);
  });
});
