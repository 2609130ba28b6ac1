/** The ways to find out whether a file has changed. */
export const comparisons = ['size-and-time', 'size', 'checksum'] as const;
export type Comparison = (typeof comparisons)[number];
