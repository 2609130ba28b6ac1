import { signInEndpoint, type SignInEndpointParams } from '../sign-in/sign-in-endpoint.js';

/** The values on which the endpoint of STS depends, under the SDK's names. */
export type StsEndpointParams = SignInEndpointParams & { readonly UseGlobalEndpoint?: boolean };

/** An endpoint in the form of the SDK's rules. */
interface StsEndpoint {
  readonly url: URL;
  readonly properties: { authSchemes?: readonly object[] };
}

/** The regions whose requests go to the global endpoint, if the setting `sts_regional_endpoints` is `legacy`. */
const legacyRegions: ReadonlySet<string> = new Set([
  'ap-northeast-1',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'aws-global',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
]);

/** Returns the endpoint of STS, by the same rules as the SDK's client. https://docs.aws.amazon.com/sdkref/latest/guide/feature-sts-regionalized-endpoints.html */
export const stsEndpoint = ({ UseGlobalEndpoint: useGlobal = false, ...params }: StsEndpointParams): StsEndpoint => {
  const { Region: region = '', UseFIPS: fips = false, UseDualStack: dualStack = false, Endpoint: custom } = params;
  const isPlain = custom === undefined && !fips && !dualStack;
  const isGlobal = region === 'aws-global' || (useGlobal && legacyRegions.has(region));
  if (!isPlain || !isGlobal) return { url: signInEndpoint('sts', params), properties: {} };
  const scheme = { name: 'sigv4', signingName: 'sts', signingRegion: 'us-east-1' };
  return { url: new URL('https://sts.amazonaws.com'), properties: { authSchemes: [scheme] } };
};
