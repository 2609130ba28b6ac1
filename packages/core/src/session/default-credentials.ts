import { defaultProvider } from '@aws-sdk/credential-provider-node';

import type { CredentialProvider } from './credentials.js';

/** The chain that the SDK and the AWS CLI walk: environment, shared files, SSO, web identity, container, instance metadata. */
export const defaultCredentials = (profile: string | undefined): CredentialProvider =>
  defaultProvider(profile === undefined ? {} : { profile });
