import type { SdkClient } from './client-type.js';
import { remembered } from '../settings/remembered.js';
import type { SettingsSource } from '../settings/settings-source.js';
import { isAwsHost } from '../settings/is-aws-host.js';

/** Configuration of the SDK's clients that comes from the settings. Without it each client would read the environment and the files itself. */
export const clientSettings = (settings: SettingsSource): object => ({
  useFipsEndpoint: settings.provider('useFipsEndpoint', false),
  useDualstackEndpoint: settings.provider('useDualstackEndpoint', false),
  requestChecksumCalculation: settings.provider('requestChecksums', 'WHEN_SUPPORTED'),
  responseChecksumValidation: settings.provider('responseChecksums', 'WHEN_SUPPORTED'),
  accountIdEndpointMode: settings.provider('accountIdEndpoints', 'preferred'),
  // These packages contain no signer for several regions: the SDK would write them into a signature for one.
  sigv4aSigningRegionSet: async () => undefined,
  // It is read first. Settings that cannot be read are reported by the credentials, which are read next.
  authSchemePreference: () => settings.read((all) => all.value('authSchemes') ?? []).catch(() => []),
  disableClockSkewCorrection: settings.provider('withoutClockCorrection', false),
  userAgentAppId: settings.provider('appId'),
  useArnRegion: settings.provider('s3UseArnRegion'),
  disableMultiregionAccessPoints: settings.provider('s3WithoutMultiRegion', false),
  disableS3ExpressSessionAuth: settings.provider('s3WithoutExpressSessions', false),
});

/** The part of a client's configuration that decides about endpoints. The SDK reads it for every request. */
interface EndpointConfig {
  readonly serviceId: string;
  serviceConfiguredEndpoint: () => Promise<string | undefined>;
  useGlobalEndpoint?: unknown;
  useAccelerateEndpoint?: unknown;
  forcePathStyle?: unknown;
}

/**
 * Sets the endpoint of a client, with the same effects from all sources: the session, the environment and the profile. The SDK's own reader
 * ignores the profile of the session, and an endpoint without a scheme.
 */
export const setEndpoint = (client: SdkClient, settings: SettingsSource, ofSession: string | undefined): void => {
  const config = client.config as unknown as EndpointConfig;
  const { serviceId } = config;
  const configured = remembered(() => settings.read((all) => all.endpoint(serviceId)));
  config.serviceConfiguredEndpoint = configured;
  const isLegacy = (name: 'stsEndpoints' | 's3UsEast1Endpoint') => () =>
    settings.read((all) => all.value(name) === 'legacy');
  if (serviceId === 'STS') config.useGlobalEndpoint = remembered(isLegacy('stsEndpoints'));
  if (serviceId !== 'S3') return;
  config.useGlobalEndpoint = remembered(isLegacy('s3UsEast1Endpoint'));
  config.useAccelerateEndpoint = settings.provider('s3UseAccelerate', false);
  config.forcePathStyle = remembered(async () => {
    const style = await settings.read((all) => all.value('s3AddressingStyle'));
    if (style !== undefined && style !== 'auto') return style === 'path';
    const endpoint = ofSession ?? (await configured());
    // Hosts other than AWS's rarely have a DNS name per bucket.
    return endpoint !== undefined && !isAwsHost(new URL(endpoint).hostname);
  });
};
