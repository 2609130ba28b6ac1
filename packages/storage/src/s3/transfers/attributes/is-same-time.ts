/**
 * Whether two times of the last change are equal, in milliseconds. Times are compared as precisely as both sides store them: to the second if
 * one of them has no fraction, as those of s3cmd and of some file systems.
 */
export const isSameTime = (one: number, other: number): boolean =>
  isWhole(one) || isWhole(other) ? secondOf(one) === secondOf(other) : Math.abs(one - other) < 1;

const secondOf = (milliseconds: number): number => Math.floor(milliseconds / 1_000);

const isWhole = (milliseconds: number): boolean => milliseconds % 1_000 === 0;
