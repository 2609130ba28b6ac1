import { type CallOptions, clientSetting, type InputFields, z } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';

import { type ChecksumAlgorithm, checksumAlgorithms } from './checksum-algorithm.js';

/** What a checksum of an object is computed from: its content (`full`), the checksums of its parts (`composite`), or no checksum is sent. */
export const checksumKinds = ['none', 'composite', 'full'] as const;
export type ChecksumKind = (typeof checksumKinds)[number];

/** Which checksum S3 compares and stores. https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html */
export interface ChecksumSettings {
  /**
   * `full`: over the whole content. `composite`: over the checksums of the parts. `none`: no checksum is sent, for stores that reject them.
   * Default: `full`, `composite` with SHA1 and SHA256, and `none` if AWS's setting `request_checksum_calculation` is `when_required`.
   */
  readonly checksum?: ChecksumKind | undefined;
  /** Default `CRC32`. `CRC64NVME` is always `full`, `SHA1` and `SHA256` are always `composite`. */
  readonly checksumAlgorithm?: ChecksumAlgorithm | undefined;
}

/** The members of {@link ChecksumSettings}, checked. */
export const checksumSettings = (): InputFields<ChecksumSettings> => ({
  checksum: z.optional(z.enum(checksumKinds)),
  checksumAlgorithm: z.optional(z.enum(checksumAlgorithms)),
});

const onlyFull = new Set<ChecksumAlgorithm>(['CRC64NVME']);
const onlyComposite = new Set<ChecksumAlgorithm>(['SHA1', 'SHA256']);

/** Whether S3 has this kind of checksum for the algorithm. */
export const isChecksum = ({ checksum, checksumAlgorithm: algorithm }: ChecksumSettings): boolean => {
  if (algorithm === undefined || checksum === undefined) return true;
  if (checksum === 'none') return false;
  return !(checksum === 'full' ? onlyComposite : onlyFull).has(algorithm);
};

/** What {@link isChecksum} requires, in words. */
export const checksumRule =
  'a checksum with an algorithm that S3 has for it: full with CRC32, CRC32C or CRC64NVME, composite with CRC32, CRC32C, SHA1 or SHA256, none without one';

/** The checksum of an upload: from its settings, from the setting of AWS, or the default. */
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
