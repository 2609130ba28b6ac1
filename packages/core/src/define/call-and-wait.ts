import { asStepOf } from '../translation/as-step-of.js';
import type { CallOptions, WaitableCallOptions } from '../declaration/call-options.js';
import type { WaitOptions } from '../wait/wait-options.js';

/** A call and the wait that follows it. */
export interface CallWithWait {
  readonly name: string;
  readonly options: WaitableCallOptions;
  readonly wait: (output: unknown, options: CallOptions & WaitOptions) => Promise<unknown>;
}

/** Makes a call and then waits for the change that it started, with the same session, signal and listener. */
export const callAndWait = async (
  { name, options, wait }: CallWithWait,
  call: (options: CallOptions) => Promise<unknown>,
): Promise<unknown> => {
  const { wait: how, ...own } = options;
  const output = await call(own);
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
