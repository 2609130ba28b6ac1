import { type CallOptions, pauseFor } from '@arch/core/builder';

import type { Submitted } from './submit-statement.js';

/** For how long an abort waits for the ID of a statement that is on its way: without it nobody could cancel the statement. */
const graceMs = 2_000;

/** Submits a statement. When the caller gives up meanwhile, the answer is still waited for, a moment. */
export const submitToEnd = async (
  submit: (options: CallOptions) => Promise<Submitted>,
  options: CallOptions,
): Promise<Submitted> => {
  const { signal } = options;
  if (!signal) return submit(options);
  const [late, done] = [new AbortController(), new AbortController()];
  const onAbort = (): void =>
    void pauseFor(graceMs, { ...options, signal: done.signal }).then(
      () => late.abort(signal.reason),
      () => undefined,
    );
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await submit({ ...options, signal: late.signal });
  } finally {
    signal.removeEventListener('abort', onAbort);
    done.abort();
  }
};
