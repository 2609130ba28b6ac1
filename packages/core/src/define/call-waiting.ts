import { asStepOf } from '../translation/as-step-of.js';
import type { CallOptions, WaitableCallOptions } from '../declaration/call-options.js';
import type { WaitOptions } from '../wait/wait-options.js';

/** A call that is followed by a wait. */
export interface WaitingCall {
  readonly name: string;
  readonly options: WaitableCallOptions;
  readonly wait: (output: unknown, options: CallOptions & WaitOptions) => Promise<unknown>;
}

/** Makes a call and then waits for what it has begun, with the same session, signal and listener. */
export const callWaiting = async (
  { name, options, wait }: WaitingCall,
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
    // Waits beside the one that has failed end with it.
    stop.abort(new DOMException('The wait has failed', 'AbortError'));
    throw asStepOf({ name, signal: options.signal }, error);
  }
};
