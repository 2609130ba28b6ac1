import type { ChecksumSettings } from '../../checksum-settings.js';

type Members = Readonly<Record<string, unknown>>;

/** Adds the CRC32 of the content to the members in `aws`. The SDK would compute it again. */
export const withPartChecksum = (
  { checksum, checksumAlgorithm, aws }: ChecksumSettings & { readonly aws?: Members | undefined },
  checksumCrc32: string,
): Members | undefined =>
  checksum === 'none' || checksumAlgorithm !== 'CRC32' ? aws : { ChecksumCRC32: checksumCrc32, ...aws };
