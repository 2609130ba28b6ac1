import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeProgram } from '../__fixtures__/fake-program.js';
import { temporaryFolder } from '../__fixtures__/temporary-folder.js';
import { probePython } from './probe-python.js';

describe('probePython', () => {
  it('returns the description that the interpreter prints', async () => {
    await using folder = await temporaryFolder();
    const python = await fakeProgram(join(folder.path, 'python3'), `echo '{"version":"3.12.1","hasVenv":true}'`);
    expect(await probePython(python)).toEqual({ version: '3.12.1', hasVenv: true });
  });

  it.each([
    ['does not know the options', 'exit 2'],
    ['prints another text', 'echo "Python was not found"'],
  ])('returns undefined if the command %s', async (_what, script) => {
    await using folder = await temporaryFolder();
    expect(await probePython(await fakeProgram(join(folder.path, 'python3'), script))).toBeUndefined();
  });

  it('returns undefined if there is no such command', async () => {
    expect(await probePython('/nowhere/python3')).toBeUndefined();
  });

  it('rejects after an abort, also if the command does not exist', async () => {
    await expect(probePython('/nowhere/python3', AbortSignal.abort())).rejects.toThrow(/aborted/);
  });
});
