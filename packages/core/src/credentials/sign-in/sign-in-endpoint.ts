import { partition } from '@aws-sdk/core/client';

/** The values on which the endpoint of a sign-in service depends, under the SDK's names. */
export type SignInEndpointParams = {
  readonly Region?: string;
  readonly UseFIPS?: boolean;
  readonly UseDualStack?: boolean;
  readonly Endpoint?: string;
};

/** The start of a host name: `portal.sso`, `oidc`, `signin` or `sts`. */
export type SignInHost = 'portal.sso' | 'oidc' | 'signin' | 'sts';

/** Returns the endpoint of a sign-in service, by the same rules as the SDK's client. Throws an error for combinations that do not exist. */
export const signInEndpoint = (host: SignInHost, params: SignInEndpointParams): URL => {
  const { Region: region, UseFIPS: fips = false, UseDualStack: dualStack = false, Endpoint: custom } = params;
  if (custom !== undefined) {
    if (fips) throw new Error('Invalid Configuration: FIPS and custom endpoint are not supported');
    if (dualStack) throw new Error('Invalid Configuration: Dualstack and custom endpoint are not supported');
    return new URL(custom);
  }
  if (region === undefined) throw new Error('Invalid Configuration: Missing Region');
  const { name, dnsSuffix, dualStackDnsSuffix, supportsFIPS, supportsDualStack } = partition(region);
  if (fips && dualStack && !(supportsFIPS && supportsDualStack))
    throw new Error('FIPS and DualStack are enabled, but this partition does not support one or both');
  if (dualStack && !supportsDualStack)
    throw new Error('DualStack is enabled but this partition does not support DualStack');
  const special = dualStack ? undefined : specialHost(host, { region, name, fips });
  if (special !== undefined) return new URL(`https://${special}`);
  if (fips && !supportsFIPS) throw new Error('FIPS is enabled but this partition does not support FIPS');
  return new URL(`https://${host}${fips ? '-fips' : ''}.${region}.${dualStack ? dualStackDnsSuffix : dnsSuffix}`);
};

interface Place {
  readonly region: string;
  /** Name of the partition. */
  readonly name: string;
  readonly fips: boolean;
}

/** Hosts that do not follow the pattern. */
const specialHost = (host: SignInHost, { region, name, fips }: Place): string | undefined => {
  if (host !== 'signin') return fips && name === 'aws-us-gov' ? `${host}.${region}.amazonaws.com` : undefined;
  const domain = signInDomains[name];
  if (!fips) return domain && `${region}.signin.${domain}`;
  if (name !== 'aws-us-gov') return undefined;
  return region === 'us-gov-west-1' ? `signin-fips.${domain}` : `${region}.signin-fips.${domain}`;
};

/** Domains of AWS Sign-In by partition. */
const signInDomains: Readonly<Record<string, string>> = {
  aws: 'aws.amazon.com',
  'aws-cn': 'amazonaws.cn',
  'aws-us-gov': 'amazonaws-us-gov.com',
  'aws-iso': 'c2shome.ic.gov',
  'aws-iso-b': 'sc2shome.sgov.gov',
  'aws-iso-f': 'csphome.hci.ic.gov',
  'aws-iso-e': 'csphome.adc-e.uk',
  'aws-eusc': 'amazonaws-eusc.eu',
};
