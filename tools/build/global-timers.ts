// Replaces the global timers in the code that is built into core, so that `realTimers` and the SDK's runtime use the timers from the time of the import.
export const { setTimeout, clearTimeout, setImmediate, queueMicrotask } = globalThis;
