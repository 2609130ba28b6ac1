import { STSClient } from '@aws-sdk/nested-clients/sts';
import { describe, expect, it } from 'vitest';

import { stsEndpoint, type StsEndpointParams } from './sts-endpoint.js';

const { endpointProvider } = new STSClient({ region: 'eu-west-1' }).config;

const regions = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'aws-global',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'mx-central-1',
  'cn-north-1',
  'us-gov-west-1',
  'us-gov-east-1',
  'us-iso-east-1',
  'us-isob-east-1',
  'eu-isoe-west-1',
  'us-isof-south-1',
  'eusc-de-east-1',
  'unknown-1',
  undefined,
];
const booleans = [false, true];
const params: readonly StsEndpointParams[] = regions.flatMap((region) =>
  [undefined, 'http://127.0.0.1:4566/base'].flatMap((endpoint) =>
    booleans.flatMap((UseFIPS) =>
      booleans.flatMap((UseDualStack) =>
        booleans.map((UseGlobalEndpoint) => ({
          UseFIPS,
          UseDualStack,
          UseGlobalEndpoint,
          ...(region !== undefined && { Region: region }),
          ...(endpoint !== undefined && { Endpoint: endpoint }),
        })),
      ),
    ),
  ),
);

/** Returns the URL and the region of the signature, or the message of the error. */
const outcome = (make: () => { readonly url: URL; readonly properties?: object }, region = ''): string => {
  try {
    const { url, properties } = make();
    const { authSchemes: [scheme] = [] } = (properties ?? {}) as {
      authSchemes?: readonly { readonly signingRegion: string }[];
    };
    return `${url.href} ${scheme?.signingRegion ?? region}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('stsEndpoint', () => {
  it("has the endpoints and signing regions of the SDK's client, in all partitions and with all settings", () => {
    expect(params.map((each) => outcome(() => stsEndpoint(each), each.Region))).toEqual(
      params.map((each) => outcome(() => endpointProvider(each), each.Region)),
    );
  });
});
