import { attemptMiddleware } from '../../call/attempt-middleware.js';
import { clientBase } from '../../call/client-base.js';
import { clientSettings as settingsOfClients, setEndpoint } from '../../call/client-settings.js';
import type { ClientType, SdkClient } from '../../call/client-type.js';
import type { Clock } from '../../clock/clock.js';
import { readNetworkSettings } from '../../settings/read-network-settings.js';
import { remembered } from '../../settings/remembered.js';
import type { SettingsSource } from '../../settings/settings-source.js';
import { guardedTransport } from '../../transport/guarded-transport.js';
import type { NetworkSettings, SocketSettings } from '../../transport/socket-settings.js';
import type { Transport } from '../../transport/transport.js';
import type { CredentialRequest } from '../credentials.js';
import { SigningHash } from '../signing-hash.js';
import type { SignInSettings } from './read-sign-in-settings.js';
import { noFiles } from './no-files.js';
import type { MfaCodeProvider, SignIn } from './sign-in.js';

/** The settings of a session that a sign-in needs. */
export interface SignInOptions {
  readonly clock: Clock;
  /** The transport that the user has passed. */
  readonly transport: Transport | undefined;
  readonly mfaCode: MfaCodeProvider | undefined;
  /** The region of the session, for sign-ins whose environment and profile have none. */
  readonly region: string | undefined;
  /** Returns settings that are read anew. */
  readonly newSettings: () => SettingsSource;
  /** Returns a transport with sockets of its own. */
  readonly newTransport: (settings: SocketSettings) => Transport;
}

// One attempt, so that a connection that hangs leaves time for another one within the limit of the resolution.
const limits = { connectMs: 5_000, attemptMs: 10_000, bodyIdleMs: 10_000, callMs: 60_000, credentialsMs: 30_000 };

/** Starts a sign-in with sockets of its own. `end` closes them. */
export const startSignIn = (
  { environment, files = noFiles, profile, isChosen }: SignInSettings,
  { clock, transport, mfaCode, region, newSettings, newTransport }: SignInOptions,
  { signal, forceRefresh, report }: CredentialRequest & Pick<SignIn, 'report'>,
): { readonly signIn: SignIn; readonly end: () => void } => {
  const settings = newSettings();
  const network = (): Promise<NetworkSettings> => readNetworkSettings(settings);
  const inner = transport ?? newTransport({ connectMs: limits.connectMs, maxSockets: 10, network });
  const guarded = guardedTransport(inner, { clock, limits, currentCall: () => undefined });
  const clientSettings = {
    ...settingsOfClients(settings),
    ...clientBase(guarded, signal),
    sha256: SigningHash,
    maxAttempts: 3,
  };
  const regionOf = remembered(async () => (await settings.read((all) => all.value('region'))) ?? region ?? 'us-east-1');
  const client = <Client>(type: ClientType<Client>, own: object = {}): Client => {
    const made = new (type as unknown as new (configuration: object) => Client & SdkClient)({
      ...clientSettings,
      region: regionOf,
      profile,
      ...own,
    });
    setEndpoint(made, settings, undefined);
    made.middlewareStack.add(attemptMiddleware(made), {
      name: 'archAttempt',
      step: 'deserialize',
      priority: 'low',
    });
    return made;
  };
  return {
    signIn: {
      environment,
      files,
      profile,
      isChosen,
      clock,
      mfaCode,
      client,
      clientSettings,
      signal,
      forceRefresh,
      report,
    },
    end: () => {
      if (!transport) inner.destroy();
    },
  };
};
