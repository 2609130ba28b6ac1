import type { Kind } from './kind.js';
import { kinds } from './kinds.js';
import type { SettingValues } from './setting-values.js';

/** A setting: the environment variables and the key in a profile that contain it. The first of several variables wins. */
export interface Setting<Value> {
  readonly variables: readonly string[];
  readonly key: string;
  readonly kind: Kind<Value>;
}

const setting = <Value>(kind: Kind<Value>, key: string, ...variables: string[]): Setting<Value> => ({
  kind,
  key,
  variables,
});

/** All settings by name. */
export type SettingTable = { readonly [Name in keyof SettingValues]: Setting<SettingValues[Name]> };

/** Returns where the settings are found. docs/settings.md documents them. */
export const settingTable = (): SettingTable => {
  const { flag, count, text, list, region, oneOf } = kinds;
  const checksums = oneOf('WHEN_SUPPORTED', 'WHEN_REQUIRED');
  const regionality = oneOf('regional', 'legacy');
  const accountIdModes = oneOf('preferred', 'disabled', 'required');
  return {
    region: setting(region, 'region', 'AWS_REGION', 'AWS_DEFAULT_REGION'),
    maxAttempts: setting(count, 'max_attempts', 'AWS_MAX_ATTEMPTS'),
    retryMode: setting(oneOf('standard', 'adaptive', 'legacy'), 'retry_mode', 'AWS_RETRY_MODE'),
    useFipsEndpoint: setting(flag, 'use_fips_endpoint', 'AWS_USE_FIPS_ENDPOINT'),
    useDualstackEndpoint: setting(flag, 'use_dualstack_endpoint', 'AWS_USE_DUALSTACK_ENDPOINT'),
    ignoreEndpoints: setting(flag, 'ignore_configured_endpoint_urls', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'),
    requestChecksums: setting(checksums, 'request_checksum_calculation', 'AWS_REQUEST_CHECKSUM_CALCULATION'),
    responseChecksums: setting(checksums, 'response_checksum_validation', 'AWS_RESPONSE_CHECKSUM_VALIDATION'),
    caBundle: setting(text, 'ca_bundle', 'AWS_CA_BUNDLE'),
    stsEndpoints: setting(regionality, 'sts_regional_endpoints', 'AWS_STS_REGIONAL_ENDPOINTS'),
    s3UsEast1Endpoint: setting(regionality, 's3_us_east_1_regional_endpoint', 'AWS_S3_US_EAST_1_REGIONAL_ENDPOINT'),
    s3AddressingStyle: setting(oneOf('path', 'virtual', 'auto'), 's3.addressing_style'),
    s3PayloadSigning: setting(flag, 's3.payload_signing_enabled'),
    s3UseAccelerate: setting(flag, 's3.use_accelerate_endpoint'),
    s3UseArnRegion: setting(flag, 's3_use_arn_region', 'AWS_S3_USE_ARN_REGION'),
    s3WithoutMultiRegion: setting(
      flag,
      's3_disable_multiregion_access_points',
      'AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS',
    ),
    s3WithoutExpressSessions: setting(flag, 's3_disable_express_session_auth', 'AWS_S3_DISABLE_EXPRESS_SESSION_AUTH'),
    accountIdEndpoints: setting(accountIdModes, 'account_id_endpoint_mode', 'AWS_ACCOUNT_ID_ENDPOINT_MODE'),
    authSchemes: setting(list, 'auth_scheme_preference', 'AWS_AUTH_SCHEME_PREFERENCE'),
    withoutClockCorrection: setting(flag, 'disable_clock_skew_correction', 'AWS_DISABLE_CLOCK_SKEW_CORRECTION'),
    appId: setting(text, 'sdk_ua_app_id', 'AWS_SDK_UA_APP_ID'),
  };
};
