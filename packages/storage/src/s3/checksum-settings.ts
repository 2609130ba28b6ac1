import { type CallOptions, clientSetting, type InputFields, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';

import { type ChecksumAlgorithm, checksumAlgorithms } from './checksum-algorithm.js';

/** Kinds of checksums: of the whole content (`full`), of the checksums of the parts (`composite`), or no checksum (`none`). */
export const checksumKinds = ['none', 'composite', 'full'] as const;
export type ChecksumKind = (typeof checksumKinds)[number];

/** The checksum that S3 verifies and stores. https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html */
export interface ChecksumSettings {
  /**
   * The kind of checksum. `full`: of the whole content. `composite`: of the checksums of the parts. `none`: no checksum is sent, for stores
   * that reject checksums. Default: `full`; `composite` with `SHA1` and `SHA256`; `none` if AWS's setting `request_checksum_calculation` is
   * `when_required`.
   */
  readonly checksum?: ChecksumKind | undefined;
  /** The algorithm. Default: `CRC32`. `CRC64NVME` is always `full`; `SHA1` and `SHA256` are always `composite`. */
  readonly checksumAlgorithm?: ChecksumAlgorithm | undefined;
}

/** Checks the members of {@link ChecksumSettings}. */
export const checksumSettings = (): InputFields<ChecksumSettings> => ({
  checksum: z.optional(z.enum(checksumKinds)),
  checksumAlgorithm: z.optional(z.enum(checksumAlgorithms)),
});

const onlyFull = new Set<ChecksumAlgorithm>(['CRC64NVME']);
const onlyComposite = new Set<ChecksumAlgorithm>(['SHA1', 'SHA256']);

/** Whether S3 supports this kind of checksum for the algorithm. */
export const isChecksumSupported = ({ checksum, checksumAlgorithm: algorithm }: ChecksumSettings): boolean => {
  if (algorithm === undefined || checksum === undefined) return true;
  if (checksum === 'none') return false;
  return !(checksum === 'full' ? onlyComposite : onlyFull).has(algorithm);
};

/** The rule of {@link isChecksumSupported} for messages. */
export const checksumRule =
  'a checksum that S3 supports for the checksumAlgorithm: full with CRC32, CRC32C or CRC64NVME; composite with CRC32, CRC32C, SHA1 or SHA256; none without checksumAlgorithm';

/** Chooses the checksum of an upload: from its settings, from AWS's setting, or the default. */
export const chooseChecksum = async (
  given: ChecksumSettings,
  options: CallOptions,
  byDefault: ChecksumSettings = {},
): Promise<ChecksumSettings & { readonly checksum: ChecksumKind }> => {
  if (given.checksum === 'none') return { checksum: 'none' };
  const isGiven = given.checksum !== undefined || given.checksumAlgorithm !== undefined;
  if (!isGiven && (await sendsOnlyRequired(options))) return { checksum: 'none' };
  const { checksum, checksumAlgorithm = 'CRC32' } = isGiven ? given : byDefault;
  return { checksum: checksum ?? (onlyComposite.has(checksumAlgorithm) ? 'composite' : 'full'), checksumAlgorithm };
};

const sendsOnlyRequired = async (options: CallOptions): Promise<boolean> =>
  (await clientSetting(s3, 'requestChecksumCalculation', options)) === 'WHEN_REQUIRED';
