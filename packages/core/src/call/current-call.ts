import { AsyncLocalStorage } from 'node:async_hooks';

import type { Call } from './call.js';

const store = new AsyncLocalStorage<Call | undefined>();

/** Returns the call that the running code belongs to. */
export const currentCall = (): Call | undefined => store.getStore();

/** Runs work outside the current call, e.g. to resolve credentials that several calls share. It does not end with the current call. */
export const outsideCall = <Result>(work: () => Result): Result => store.run(undefined, work);

/** Runs work as part of a call: `currentCall()` returns this call in it. */
export const withinCall = <Result>(call: Call, work: (call: Call) => Result): Result => store.run(call, work, call);
