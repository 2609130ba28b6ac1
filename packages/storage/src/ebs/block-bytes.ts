/** The size of all blocks, 512 KiB. */
export const blockBytes = 524_288;

const gibibyte = 1_073_741_824;

/** The size of a volume in bytes. */
export const volumeBytes = (volumeSizeGiB: number): number => volumeSizeGiB * gibibyte;
