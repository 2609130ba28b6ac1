import { defaultProvider } from '@aws-sdk/credential-provider-node';

import type { CredentialProvider } from './credentials.js';

const nothing = (): void => undefined;
// The SDK warns of keys in the environment beside a profile: whoever names the profile in the program has decided.
const quietLogger = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** The chain that the SDK and the AWS CLI walk: environment, shared files, SSO, web identity, container, instance metadata. */
export const defaultCredentials = (profile: string | undefined): CredentialProvider =>
  defaultProvider(profile === undefined ? {} : { profile, logger: quietLogger });
