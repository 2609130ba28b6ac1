import type { Session } from './session.js';

/** The session, region and profile of a call. */
export interface SessionChoice {
  /** The session of the call. Default: the session of `withSession`, or a session made from the environment. */
  readonly session?: Session | undefined;
  /** The region of the call, e.g. `eu-west-1`. Default: the region of the session. */
  readonly region?: string | undefined;
  /** A profile of the shared config and credentials files, instead of a session. Default: none. */
  readonly profile?: string | undefined;
}
