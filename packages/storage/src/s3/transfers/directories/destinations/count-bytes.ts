import type { TransferCounter, TransferProgress } from '../../../transfer-progress.js';

/** Returns a listener for the progress of one file that counts the bytes since its last call. */
export const countBytes = (counter: TransferCounter): ((progress: TransferProgress) => void) => {
  let [transferred, resumed] = [0, 0];
  return ({ transferredBytes, resumedBytes = 0 }) => {
    counter(transferredBytes - transferred, resumedBytes > resumed ? 'resumed' : undefined);
    [transferred, resumed] = [transferredBytes, resumedBytes];
  };
};
