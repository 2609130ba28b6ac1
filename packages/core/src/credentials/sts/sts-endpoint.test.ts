import { STSClient } from '@aws-sdk/nested-clients/sts';
import { describe, expect, it } from 'vitest';

import { endpointParams, outcomeOf } from '../__fixtures__/endpoint-params.js';
import { stsEndpoint, type StsEndpointParams } from './sts-endpoint.js';

const { endpointProvider } = new STSClient({ region: 'eu-west-1' }).config;

const params: readonly StsEndpointParams[] = endpointParams.flatMap((each) =>
  [false, true].map((UseGlobalEndpoint) => ({ ...each, UseGlobalEndpoint })),
);

type Endpoint = (params: StsEndpointParams) => { readonly url: URL; readonly properties?: object };

/** Returns the URL and the region of the signature. */
const textOf = (endpoint: Endpoint, each: StsEndpointParams): string => {
  const { url, properties } = endpoint(each);
  const { authSchemes: [scheme] = [] } = (properties ?? {}) as {
    authSchemes?: readonly { readonly signingRegion: string }[];
  };
  return `${url.href} ${scheme?.signingRegion ?? each.Region}`;
};

describe('stsEndpoint', () => {
  it("has the endpoints and signing regions of the SDK's client, in all partitions and with all settings", () => {
    expect(params.map((each) => outcomeOf(() => textOf(stsEndpoint, each)))).toEqual(
      params.map((each) => outcomeOf(() => textOf(endpointProvider, each))),
    );
  });
});
