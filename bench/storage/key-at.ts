/** The key of a number: 1,000 files per directory. The order of the numbers is the order of the keys. */
export const keyAt = (index: number): string =>
  `d${String(Math.floor(index / 1_000)).padStart(5, '0')}/f${String(index % 1_000).padStart(4, '0')}`;
