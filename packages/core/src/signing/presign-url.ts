import { asArchError } from '../translation/as-arch-error.js';
import { sessionFor } from '../session/current-session.js';
import type { UrlToSign } from './url-to-sign.js';
import type { SessionChoice } from '../session/session-choice.js';
import { internalsOf } from '../session/session-internals.js';

/**
 * Signs a request in its URL with the session's credentials, region and clock. Nothing is sent, except to get credentials. The URL is secret
 * until it expires.
 */
export const presignUrl = async (request: UrlToSign, options: SessionChoice): Promise<string> => {
  const session = internalsOf(sessionFor(options));
  try {
    // Loaded on first use: few programs sign URLs.
    const { signUrl } = await import('./sign-url.js');
    return await signUrl(request, session);
  } catch (error) {
    throw asArchError(error, request.operation);
  }
};
