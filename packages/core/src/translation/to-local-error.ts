import { InvalidInputError } from '../errors/invalid-input-error.js';
import { LocalError } from '../errors/local-error.js';

/** What was done with a file when it failed. */
export interface LocalWork {
  readonly operation: string;
  /** e.g. `write`, `read`. */
  readonly verb: string;
  readonly path: string;
}

/** A failure of a file system as one of our errors; anything else is returned as it is. */
export const toLocalError = (error: unknown, { operation, verb, path }: LocalWork): unknown => {
  if (isBadPath(error))
    return new InvalidInputError(`${operation}: ${JSON.stringify(path)} cannot be a path: remove the null character.`, {
      operation,
      cause: error,
    });
  if (!isSystemError(error)) return error;
  const { code, syscall, message } = error;
  // Node writes `ENOSPC: no space left on device, write`, and often the path after it.
  const [, reason = message] = /^[A-Z\d]+: (.*?)(?:, \w+(?: '.*)?)?$/s.exec(message) ?? [];
  return new LocalError(`${operation}: cannot ${verb} ${path}: ${reason} (${code}).`, {
    operation,
    code,
    path,
    syscall,
    cause: error,
  });
};

/** Runs what works with a file: its failures become a `LocalError`. */
export const withLocalErrors = async <Result>(work: LocalWork, run: () => Promise<Result>): Promise<Result> => {
  try {
    return await run();
  } catch (error) {
    throw toLocalError(error, work);
  }
};

interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
}

/** What has no number of the operating system is a mistake of a program, or no failure of a file system. */
const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error &&
  typeof (error as Partial<SystemError>).code === 'string' &&
  typeof (error as { errno?: unknown }).errno === 'number';

const isBadPath = (error: unknown): boolean =>
  error instanceof TypeError && (error as { code?: unknown }).code === 'ERR_INVALID_ARG_VALUE';
