/** Calls back in the next turn of the event loop. Read at import, so that fake timers of a test do not replace it. */
export const nextTurn: (callback: () => void) => unknown = globalThis.setImmediate;
