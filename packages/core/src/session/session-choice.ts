import type { Session } from './session.js';

/** Where a call is made, as every call's options say it. */
export interface SessionChoice {
  /** The session to use. Default: that of `withSession`, else one made from the environment. */
  readonly session?: Session | undefined;
  /** Another region than the session's. */
  readonly region?: string | undefined;
  /** A profile of the shared config files, instead of a session. */
  readonly profile?: string | undefined;
}
