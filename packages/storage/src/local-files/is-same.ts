import type { BigIntStats } from 'node:fs';

/** Whether a file has not changed between two checks. */
export const isSame = (before: BigIntStats, after: BigIntStats): boolean =>
  before.size === after.size && before.mtimeNs === after.mtimeNs && before.ino === after.ino;
