// Takes the place of the global timers in what core builds in: the SDK's runtime waits with the real timers, as core does. It imports nothing,
// because chunks that import each other may be evaluated in any order.
export const setTimeout = globalThis.setTimeout;
export const clearTimeout = globalThis.clearTimeout;
export const setImmediate = globalThis.setImmediate;
export const queueMicrotask = globalThis.queueMicrotask;
