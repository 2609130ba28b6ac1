/** Calls back in the next turn of the event loop: taken once, so that a test's fake timers do not stop it. */
export const nextTurn: (callback: () => void) => unknown = globalThis.setImmediate;
