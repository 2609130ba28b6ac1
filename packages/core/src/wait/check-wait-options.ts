import { InvalidInputError } from '../errors/invalid-input-error.js';
import { checkDuration } from '../clock/timeouts.js';
import type { WaitOptions } from './wait-options.js';

/** The option names that only waits have. */
export const waitOptionNames: readonly string[] = ['pollMs', 'onProgress'];

/** Throws `InvalidInputError` for invalid wait options. */
export const checkWaitOptions = (operation: string, { timeoutMs, pollMs, onProgress }: WaitOptions): void => {
  if (timeoutMs !== undefined) checkDuration(`${operation}: timeoutMs`, timeoutMs);
  if (pollMs !== undefined) checkDuration(`${operation}: pollMs`, pollMs);
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw new InvalidInputError(`${operation}: onProgress must be a function.`, { operation });
  }
};

/** Throws `InvalidInputError` for an invalid `wait` option, before anything is sent. */
export const checkWait = (operation: string, wait: unknown): void => {
  if (typeof wait === 'boolean' || wait === undefined) return;
  if (typeof wait !== 'object' || wait === null) {
    throw new InvalidInputError(`${operation}: wait must be true or an object such as { timeoutMs: 60_000 }.`, {
      operation,
    });
  }
  for (const name of Object.keys(wait)) {
    if (name === 'timeoutMs' || waitOptionNames.includes(name)) continue;
    throw new InvalidInputError(
      `${operation}: unknown option wait.${name}: the options are timeoutMs, ${waitOptionNames.join(', ')}.`,
      { operation },
    );
  }
  checkWaitOptions(`${operation}: wait`, wait);
};
