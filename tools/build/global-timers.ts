// Takes the place of the global timers in what core builds in, `realTimers` and the SDK's runtime: all wait with the timers as they were at import.
export const { setTimeout, clearTimeout, setImmediate, queueMicrotask } = globalThis;
