import { asArchError } from '../errors/as-arch-error.js';
import { sessionFor } from './current-session.js';
import type { SessionChoice } from './session-choice.js';
import { internalsOf } from './session-internals.js';

/** A GET request that shall be made by its URL alone. */
export interface PresignRequest {
  /** The function that signs, for its errors. */
  readonly operation: string;
  /** The name that AWS signs under, e.g. `rds-db`. */
  readonly service: string;
  readonly hostname: string;
  readonly port: number;
  readonly query: Readonly<Record<string, string>>;
  readonly expiresInSeconds: number;
}

/**
 * Signs a request in its URL with the session's credentials, in its region, at the time of its clock. Nothing is sent. Until it expires the
 * URL is a secret.
 */
export const presignUrl = async (request: PresignRequest, options: SessionChoice): Promise<string> => {
  const session = internalsOf(sessionFor(options));
  try {
    // Few programs sign: what does it is loaded when it is needed.
    const { signUrl } = await import('./sign-url.js');
    return await signUrl(request, session);
  } catch (error) {
    throw asArchError(error, request.operation);
  }
};
