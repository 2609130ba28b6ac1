/**
 * The timers of the process as they were at import. Fake timers of a test replace the global functions later: a call that waited for those
 * would never end. The build gives these to the SDK's runtime too.
 */
export const realTimers: Pick<typeof globalThis, 'setTimeout' | 'clearTimeout' | 'setImmediate' | 'queueMicrotask'> = {
  setTimeout,
  clearTimeout,
  setImmediate,
  queueMicrotask,
};
