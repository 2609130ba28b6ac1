import { SSOClient } from '@aws-sdk/nested-clients/sso';
import { SSOOIDCClient } from '@aws-sdk/nested-clients/sso-oidc';
import { SigninClient } from '@aws-sdk/nested-clients/signin';
import { describe, expect, it } from 'vitest';

import { signInEndpoint, type SignInEndpointParams } from './sign-in-endpoint.js';

const region = 'eu-west-1';
const clients = {
  'portal.sso': new SSOClient({ region }),
  oidc: new SSOOIDCClient({ region }),
  signin: new SigninClient({ region }),
} as const;

const regions = [
  'us-east-1',
  'eu-west-1',
  'mx-central-1',
  'cn-north-1',
  'cn-northwest-1',
  'us-gov-west-1',
  'us-gov-east-1',
  'us-iso-east-1',
  'us-isob-east-1',
  'eu-isoe-west-1',
  'us-isof-south-1',
  'eusc-de-east-1',
  'unknown-1',
  '',
];
const params: readonly SignInEndpointParams[] = [...regions, ''].flatMap((region) =>
  [undefined, 'http://127.0.0.1:4566/base'].flatMap((endpoint) =>
    [false, true].flatMap((UseFIPS) =>
      [false, true].map((UseDualStack) => ({
        UseFIPS,
        UseDualStack,
        ...(region !== '' && { Region: region }),
        ...(endpoint !== undefined && { Endpoint: endpoint }),
      })),
    ),
  ),
);

/** Returns the URL, or the message of the error. */
const outcome = (make: () => URL): string => {
  try {
    return make().href;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('signInEndpoint', () => {
  for (const host of ['portal.sso', 'oidc', 'signin'] as const) {
    it(`has the endpoints of the SDK's client for ${host}, in all partitions`, () => {
      const { endpointProvider } = clients[host].config;
      expect(params.map((each) => outcome(() => signInEndpoint(host, each)))).toEqual(
        params.map((each) => outcome(() => endpointProvider(each).url)),
      );
    });
  }
});
