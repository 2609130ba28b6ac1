import type { AwsCredentialIdentityProvider } from '@smithy/types';
import { expectTypeOf, it } from 'vitest';

import { createSession } from '../session/create-session.js';
import type { Credentials, CredentialProvider } from './credentials.js';

it('accepts functions without parameters and the providers of the SDK', () => {
  expectTypeOf<() => Promise<Credentials>>().toExtend<CredentialProvider>();
  expectTypeOf<AwsCredentialIdentityProvider>().toExtend<CredentialProvider>();
  createSession({
    mfaCode: (serial) => serial,
    credentials: async ({ signal }) => ({ accessKeyId: '', secretAccessKey: String(signal) }),
  });
  // @ts-expect-error a text is not a Date
  createSession({ credentials: { accessKeyId: 'A', secretAccessKey: 'b', expiration: '2030-01-01' } });
});
