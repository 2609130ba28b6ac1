import { asArchError } from '../translation/as-arch-error.js';
import { sessionFor } from '../session/current-session.js';
import type { UrlToSign } from './url-to-sign.js';
import type { SessionChoice } from '../session/session-choice.js';
import { internalsOf } from '../session/session-internals.js';

/**
 * Signs a request in its URL with the session's credentials, in its region, at the time of its clock. Nothing is sent. Until it expires the
 * URL is a secret.
 */
export const presignUrl = async (request: UrlToSign, options: SessionChoice): Promise<string> => {
  const session = internalsOf(sessionFor(options));
  try {
    // Few programs sign: what does it is loaded when it is needed.
    const { signUrl } = await import('./sign-url.js');
    return await signUrl(request, session);
  } catch (error) {
    throw asArchError(error, request.operation);
  }
};
