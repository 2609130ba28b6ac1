/** Kinds of endpoints, as settings of the environment. */
export const endpoints: readonly (readonly [region: string, environment: Readonly<Record<string, string>>])[] = [
  ['eu-west-1', {}],
  ['cn-north-1', {}],
  ['us-gov-west-1', { AWS_USE_FIPS_ENDPOINT: 'true' }],
  ['us-east-1', { AWS_USE_DUALSTACK_ENDPOINT: 'true' }],
  ['us-east-2', { AWS_ENDPOINT_URL: 'https://gateway.example:8443/aws' }],
  ['us-west-2', { AWS_SDK_UA_APP_ID: 'reports', AWS_ACCOUNT_ID_ENDPOINT_MODE: 'disabled' }],
];
