/** The supported checksum algorithms, the fastest first. */
export const checksumAlgorithms = ['CRC32', 'SHA256', 'SHA1', 'CRC64NVME', 'CRC32C'] as const;
export type ChecksumAlgorithm = (typeof checksumAlgorithms)[number];
