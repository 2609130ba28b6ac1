import type { CallOptions, WaitableCallOptions } from '../operation/call-options.js';
import type { WaitOptions } from './wait-options.js';

/** Makes a call and then waits for what it has begun, with the same session, signal and listener. */
export const callWaiting = async (
  options: WaitableCallOptions,
  call: (options: CallOptions) => Promise<unknown>,
  wait: (output: unknown, options: CallOptions & WaitOptions) => Promise<unknown>,
): Promise<unknown> => {
  const { wait: how, ...own } = options;
  const output = await call(own);
  const { timeoutMs: _callOnly, ...shared } = own;
  return wait(output, { ...shared, ...(typeof how === 'object' ? how : {}) });
};
