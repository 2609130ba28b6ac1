import { defaultProvider } from '@aws-sdk/credential-provider-node';

import type { CredentialProvider } from './credentials.js';

const ignore = (): void => undefined;
// The SDK warns about keys in the environment if a profile is set. A program that passes the profile has chosen it explicitly.
const quietLogger = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** Makes the default provider chain of the SDK and the AWS CLI: environment, shared files, SSO, web identity, container, instance metadata. */
export const defaultCredentials = (profile: string | undefined): CredentialProvider =>
  defaultProvider(profile === undefined ? {} : { profile, logger: quietLogger });
