/** Checksums that can be computed here, the quickest first. */
export const checksumAlgorithms = ['CRC32', 'SHA256', 'SHA1', 'CRC64NVME', 'CRC32C'] as const;
export type ChecksumAlgorithm = (typeof checksumAlgorithms)[number];
