type Checksums = 'WHEN_SUPPORTED' | 'WHEN_REQUIRED';
type Regionality = 'regional' | 'legacy';

/** The values of all settings of a session that come from the environment or a profile, except proxies. */
export interface SettingValues {
  readonly region: string;
  readonly maxAttempts: number;
  readonly retryMode: 'standard' | 'adaptive' | 'legacy';
  readonly useFipsEndpoint: boolean;
  readonly useDualstackEndpoint: boolean;
  readonly ignoreEndpoints: boolean;
  readonly requestChecksums: Checksums;
  readonly responseChecksums: Checksums;
  /** The path of a file of certificates in PEM format. */
  readonly caBundle: string;
  readonly stsEndpoints: Regionality;
  readonly s3UsEast1Endpoint: Regionality;
  readonly s3AddressingStyle: 'path' | 'virtual' | 'auto';
  readonly s3PayloadSigning: boolean;
  readonly s3UseAccelerate: boolean;
  readonly s3UseArnRegion: boolean;
  readonly s3WithoutMultiRegion: boolean;
  readonly s3WithoutExpressSessions: boolean;
  readonly accountIdEndpoints: 'preferred' | 'disabled' | 'required';
  /** The order of preference, e.g. `sigv4a, sigv4`. */
  readonly authSchemes: readonly string[];
  readonly withoutClockCorrection: boolean;
  readonly appId: string;
}

export type SettingName = keyof SettingValues;
