import { asArchError } from '../errors/as-arch-error.js';
import { sessionFor } from './current-session.js';
import type { PresignRequest } from './presign-request.js';
import type { SessionChoice } from './session-choice.js';
import { internalsOf } from './session-internals.js';

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
