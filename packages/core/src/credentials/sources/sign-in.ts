import type { Clock } from '../../clock/clock.js';
import type { ClientType } from '../../call/client-type.js';
import type { CredentialRequest, Credentials } from '../credentials.js';
import type { ProfileFiles } from './profile-files.js';

/** Returns the MFA code of a device, e.g. read from the terminal. */
export type MfaCodeProvider = (mfaSerial: string) => string | Promise<string>;

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One sign-in with the default sources: its settings, and what it may use. */
export interface SignIn extends CredentialRequest {
  readonly environment: Environment;
  readonly files: ProfileFiles;
  /** The profile, and whether it was chosen by the program or by `AWS_PROFILE`. */
  readonly profile: string;
  readonly isChosen: boolean;
  readonly clock: Clock;
  readonly mfaCode: MfaCodeProvider | undefined;
  /** Returns a client of the SDK without credentials, whose sockets are closed after the sign-in. */
  readonly client: <Client>(type: ClientType<Client>, settings?: object) => Client;
  /** The SDK's settings of such clients, for its own providers. */
  readonly clientSettings: object;
  /** Names the source in progress, for the error of the time limit. */
  readonly report: (source: string) => void;
}

/** The result of a source: credentials, or why it does not apply. */
export type SignInResult = { readonly credentials: Credentials } | { readonly skipped: string };
