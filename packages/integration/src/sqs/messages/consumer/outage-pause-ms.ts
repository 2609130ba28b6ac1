const firstPauseMs = 500;
const maxPauseMs = 30_000;

/** The pause after a number of failures in succession. It doubles each time, up to 30 seconds. A random part of up to a half is subtracted. */
export const outagePauseMs = (failures: number): number => {
  const most = Math.min(maxPauseMs, firstPauseMs * 2 ** Math.min(failures, 10));
  return Math.ceil((most * (1 + Math.random())) / 2);
};
