import { AsyncLocalStorage } from 'node:async_hooks';

import type { Call } from './call.js';

const store = new AsyncLocalStorage<Call | undefined>();

/** The call on whose behalf the running code works, if it is one. */
export const currentCall = (): Call | undefined => store.getStore();

/** Runs what other calls will have too, such as keys: it does not end with the call that happens to need it first. */
export const outsideCall = <Result>(work: () => Result): Result => store.run(undefined, work);

/** Runs the work of a call: what it calls knows on whose behalf it works. */
export const withinCall = <Result>(call: Call, work: (call: Call) => Result): Result => store.run(call, work, call);
