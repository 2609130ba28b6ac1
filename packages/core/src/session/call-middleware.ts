import { getSmithyContext } from '@smithy/core/transport';

import { run } from '../call/run.js';
import { currentCall } from '../call/current-call.js';
import type { SessionInternals } from './session-internals.js';

type Next = (args: object) => Promise<unknown>;
type Context = Record<string, unknown> & { readonly commandName?: string };

/** A middleware that runs every command of a `session.client` as a call, with its deadline, retries and events. */
export const callMiddleware =
  (session: SessionInternals) =>
  (next: Next, context: Context) =>
  async (args: object): Promise<unknown> => {
    if (currentCall()) return next(args);
    const { abortSignal } = getSmithyContext(context) as { abortSignal?: AbortSignal };
    const name = context.commandName?.replace(/Command$/, '') ?? 'send';
    return run({ name, session, options: { signal: abortSignal }, timeoutMs: session.limits.callMs, isRaw: true }, () =>
      next(args),
    );
  };
