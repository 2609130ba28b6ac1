import { currentCall, runCall } from './call.js';
import type { SessionInternals } from './session-internals.js';

type Next = (args: object) => Promise<unknown>;

/** Gives every command of a client that the user has made the deadlines, retries and events of a call of ours. */
export const callMiddleware =
  ({ clock, limits, listeners, maxAttempts }: SessionInternals) =>
  (next: Next, context: { readonly commandName?: string }) =>
  async (args: object): Promise<unknown> => {
    if (currentCall()) return next(args);
    return runCall(
      {
        operation: context.commandName ?? 'send',
        clock,
        listeners,
        attemptMs: limits.attemptMs,
        maxAttempts,
        timeoutMs: limits.callMs,
        limit: 'call',
        signal: undefined,
      },
      () => next(args),
    );
  };
