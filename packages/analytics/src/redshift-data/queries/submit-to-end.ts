import { type CallOptions, pauseFor } from '@arch/core/builder';

import type { Submitted } from './submit-statement.js';

/**
 * Time after an abort during which the call still waits for the ID of a submitted statement. Without the ID the statement cannot be
 * cancelled.
 */
const graceMs = 2_000;

/** Submits a statement. If the call is aborted meanwhile, it still waits for the response for a short time. */
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
