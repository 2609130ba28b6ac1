import type { SdkClient } from '../call/client-type.js';
import { loaded } from '../sdk/lazy.js';
import type { SessionInternals } from '../session/session-internals.js';
import type { Service } from './service.js';

/** Returns the client of a service in a session. Loads its class and its protocol on first use. */
export const clientOf = async (
  { client, settings, protocol }: Service,
  session: SessionInternals,
): Promise<SdkClient> => {
  const [type, ofProtocol] = await Promise.all([loaded(client), protocol?.()]);
  return session.sdkClient(type, { own: settings, protocol: ofProtocol });
};
