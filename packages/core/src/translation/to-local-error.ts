import { InvalidInputError } from '../errors/invalid-input-error.js';
import { LocalError } from '../errors/local-error.js';

/** The work with a file, for its error message. */
export interface LocalWork {
  readonly operation: string;
  /** e.g. `write`, `read`. */
  readonly verb: string;
  readonly path: string;
}

/** Converts an error of the file system to a `LocalError`, or an `InvalidInputError` for an invalid path. Returns other values unchanged. */
export const toLocalError = (error: unknown, { operation, verb, path }: LocalWork): unknown => {
  if (isBadPath(error))
    return new InvalidInputError(
      `${operation}: ${JSON.stringify(path)} is not a valid path: remove the null character.`,
      {
        operation,
        cause: error,
      },
    );
  if (!isSystemError(error)) return error;
  const { code, syscall, message } = error;
  // The message of Node.js is `ENOSPC: no space left on device, write`, often followed by the path.
  const [, reason = message] = /^[A-Z\d]+: (.*?)(?:, \w+(?: '.*)?)?$/s.exec(message) ?? [];
  return new LocalError(`${operation}: cannot ${verb} ${path}: ${reason} (${code}).`, {
    operation,
    code,
    path,
    syscall,
    cause: error,
  });
};

/** Runs work with a file and converts its errors as `toLocalError` does. */
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

/** An error of the operating system has a number as `errno`. Others are programming errors, or not of the file system. */
const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error &&
  typeof (error as Partial<SystemError>).code === 'string' &&
  typeof (error as { errno?: unknown }).errno === 'number';

const isBadPath = (error: unknown): boolean =>
  error instanceof TypeError && (error as { code?: unknown }).code === 'ERR_INVALID_ARG_VALUE';
