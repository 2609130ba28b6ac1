/**
 * Whether a change that AWS reports started before the one that is waited for. Two responses of AWS may differ in the fraction of the second.
 * `false` if the start of the latter is not known.
 */
export const isBefore = (reported: Date | undefined, startTime: Date | undefined): boolean =>
  startTime !== undefined && secondOf(reported) < secondOf(startTime);

const secondOf = (date: Date | undefined): number => Math.floor((date?.getTime() ?? 0) / 1_000);
