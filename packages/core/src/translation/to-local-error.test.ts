import { readFile, rename } from 'node:fs/promises';
import { inspect } from 'node:util';

import { describe, expect, it } from 'vitest';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { LocalError } from '../errors/local-error.js';
import { toLocalError, withLocalErrors } from './to-local-error.js';

const work = { operation: 'downloadFile', verb: 'write', path: '/data/film.mp4' };
const failing = (message: string, members: object): Error => Object.assign(new Error(message), members);

describe('an error of the file system', () => {
  it('is a LocalError with the function, the path and the reason', () => {
    const cause = failing('ENOSPC: no space left on device, write', { errno: -28, code: 'ENOSPC', syscall: 'write' });
    const error = toLocalError(cause, work);
    expect(error).toBeInstanceOf(LocalError);
    expect(error).toMatchObject({
      message: 'downloadFile: cannot write /data/film.mp4: no space left on device (ENOSPC).',
      operation: 'downloadFile',
      code: 'ENOSPC',
      path: '/data/film.mp4',
      syscall: 'write',
      retryable: false,
      cause,
    });
  });

  it.each([
    [() => readFile('/no/such, file'), 'no such file or directory (ENOENT)'],
    [() => rename('/no/such', '/no/other'), 'no such file or directory (ENOENT)'],
    [() => readFile('/'), 'illegal operation on a directory (EISDIR)'],
  ])('of Node.js is quoted without the path, which the message already contains: %#', async (run, reason) => {
    await expect(withLocalErrors<unknown>(work, run)).rejects.toThrow(
      `downloadFile: cannot write /data/film.mp4: ${reason}.`,
    );
  });

  it('in another form is quoted as a whole, and unknown details are hidden', () => {
    const error = toLocalError(failing('it failed', { errno: -5, code: 'EIO' }), work) as LocalError;
    expect(error.message).toBe('downloadFile: cannot write /data/film.mp4: it failed (EIO).');
    expect(inspect(error)).not.toContain('syscall');
  });

  it('of an invalid path is an InvalidInputError', async () => {
    const reading = withLocalErrors({ ...work, path: 'a\0b' }, () => readFile('a\0b'));
    await expect(reading).rejects.toThrow(InvalidInputError);
    await expect(reading).rejects.toThrow(String.raw`downloadFile: "a\u0000b" is not a valid path`);
  });

  it.each([
    new Error('enough'),
    failing('closed', { code: 'ERR_STREAM_PREMATURE_CLOSE' }),
    failing('reset', { errno: 'ECONNRESET', code: 'ECONNRESET' }),
    'text',
    undefined,
  ])('is the only value that is converted, not: %s', (error) => {
    expect(toLocalError(error, work)).toBe(error);
  });
});
