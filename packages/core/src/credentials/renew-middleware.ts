import { getSmithyContext } from '@smithy/core/transport';

import type { Clock } from '../clock/clock.js';
import type { Credentials } from './credentials.js';
import { rejectionOf } from './rejection-of.js';
import type { SessionCredentials } from './session-credentials.js';

interface Arguments {
  readonly input: object;
}
/** The rest of the stack. */
export type Next = (args: Arguments) => Promise<unknown>;

/** The outermost middleware of a client: after AWS has rejected the credentials as expired or unknown, it repeats the request with new ones. */
export const renewMiddleware =
  ({ renew }: SessionCredentials, clock: Clock) =>
  (next: Next, context: Record<string, unknown>): Next =>
  async (args) => {
    try {
      return await next(args);
    } catch (error) {
      const code = rejectionOf(error);
      const used = code && usedCredentials(context);
      if (!used) throw error;
      const { repeatWithNew } = await import('./index.js');
      return repeatWithNew({ error, code, used, renew, clock, repeat: () => next(args), input: args.input });
    }
  };

/** Returns the credentials that have signed the request. `undefined` if the error arose before, e.g. when the credentials were resolved. */
const usedCredentials = (context: Record<string, unknown>): Credentials | undefined => {
  const { selectedHttpAuthScheme: scheme } = getSmithyContext(context) as {
    readonly selectedHttpAuthScheme?: { readonly identity?: Credentials };
  };
  return scheme?.identity?.accessKeyId ? scheme.identity : undefined;
};
