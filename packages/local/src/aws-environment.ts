import { devNull } from 'node:os';

import type { AccessKey } from './guard/access-key.js';

export interface AwsEnvironmentOptions {
  readonly accessKey: AccessKey;
  readonly region: string;
  /** The caller's environment. */
  readonly inherited: Readonly<Record<string, string | undefined>>;
}

/**
 * Returns the environment variables with which the AWS SDKs and the AWS CLI send requests only to the local AWS. Requests to services without
 * their own endpoint are sent to the first endpoint, where they may fail, but they do not leave this machine.
 */
export function awsEnvironment(
  endpoints: Readonly<Record<string, string>>,
  { accessKey, region, inherited }: AwsEnvironmentOptions,
): Record<string, string> {
  const noProxy = [inherited['NO_PROXY'] ?? inherited['no_proxy'], '127.0.0.1'].filter(Boolean).join(',');
  const [fallback] = Object.values(endpoints);
  return {
    ...(fallback !== undefined && { AWS_ENDPOINT_URL: fallback }),
    ...Object.fromEntries(Object.entries(endpoints).map(([service, url]) => [`AWS_ENDPOINT_URL_${service}`, url])),
    AWS_ACCESS_KEY_ID: accessKey.accessKeyId,
    AWS_SECRET_ACCESS_KEY: accessKey.secretAccessKey,
    AWS_REGION: region,
    // The AWS CLI and boto3 do not read AWS_REGION.
    AWS_DEFAULT_REGION: region,
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
    NO_PROXY: noProxy,
    no_proxy: noProxy,
  };
}
