import { SSOClient } from '@aws-sdk/nested-clients/sso';
import { SSOOIDCClient } from '@aws-sdk/nested-clients/sso-oidc';
import { SigninClient } from '@aws-sdk/nested-clients/signin';
import { describe, expect, it } from 'vitest';

import { endpointParams, outcomeOf } from '../__fixtures__/endpoint-params.js';
import { signInEndpoint } from './sign-in-endpoint.js';

const region = 'eu-west-1';
const clients = {
  'portal.sso': new SSOClient({ region }),
  oidc: new SSOOIDCClient({ region }),
  signin: new SigninClient({ region }),
} as const;

describe('signInEndpoint', () => {
  for (const host of ['portal.sso', 'oidc', 'signin'] as const) {
    it(`has the endpoints of the SDK's client for ${host}, in all partitions`, () => {
      const { endpointProvider } = clients[host].config;
      expect(endpointParams.map((each) => outcomeOf(() => signInEndpoint(host, each).href))).toEqual(
        endpointParams.map((each) => outcomeOf(() => endpointProvider(each).url.href)),
      );
    });
  }
});
