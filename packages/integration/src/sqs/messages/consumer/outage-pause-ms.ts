const firstPauseMs = 500;
const longestPauseMs = 30_000;

/** Milliseconds of the pause after so many failures in a row: doubled each time, at most 30 seconds, and between a half and all of it. */
export const outagePauseMs = (failures: number): number => {
  const most = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 10));
  return Math.ceil((most * (1 + Math.random())) / 2);
};
