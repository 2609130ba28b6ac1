/**
 * The functions that vitest, jest and node:test replace in a test with fake timers. jest also replaces `nextTick`, but only the one that the
 * test sees: Node.js keeps its own.
 */
export const replacedTimers = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'clearImmediate',
  'queueMicrotask',
  'Date',
  'performance',
  'hrtime',
] as const;
