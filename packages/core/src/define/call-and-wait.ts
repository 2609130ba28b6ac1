import { asStepOf } from '../translation/as-step-of.js';
import type { Propagation } from '../declaration/declaration.js';
import type { CallOptions, WaitableCallOptions } from '../declaration/call-options.js';
import { retryWhile } from './retry-while.js';
import type { WaitOptions } from '../wait/wait-options.js';

/** A call and the wait that follows it. */
export interface CallWithWait {
  readonly name: string;
  readonly options: WaitableCallOptions;
  /** Errors because of an earlier change that is in progress. */
  readonly busy?: Omit<Propagation, 'patienceMs'> | undefined;
  readonly wait: (output: unknown, options: CallOptions & WaitOptions) => Promise<unknown>;
}

/** Makes a call and then waits for the change that it started, with the same session, signal and listener. It first waits for an earlier change. */
export const callAndWait = async (
  { name, options, wait, busy }: CallWithWait,
  call: (options: CallOptions) => Promise<unknown>,
): Promise<unknown> => {
  const { wait: how, ...own } = options;
  const patienceMs = (typeof how === 'object' ? how.timeoutMs : undefined) ?? 600_000;
  const output = await (busy ? retryWhile({ ...busy, patienceMs }, options, () => call(own)) : call(own));
  const { timeoutMs: _callOnly, ...shared } = own;
  const stop = new AbortController();
  const signal = own.signal ? AbortSignal.any([own.signal, stop.signal]) : stop.signal;
  try {
    return await wait(output, { ...shared, signal, ...(typeof how === 'object' ? how : {}) });
  } catch (error) {
    // Cancels other waits that run in parallel.
    stop.abort(new DOMException('The wait failed', 'AbortError'));
    throw asStepOf({ name, signal: options.signal }, error);
  }
};
