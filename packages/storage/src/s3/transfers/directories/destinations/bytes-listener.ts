import type { TransferProgress } from '../../../transfer-progress.js';

/** Returns a listener for the progress of one file, which passes on the bytes since its last call. */
export const bytesListener = (onBytes: (bytes: number) => void): ((progress: TransferProgress) => void) => {
  let before = 0;
  return ({ transferredBytes }) => {
    onBytes(transferredBytes - before);
    before = transferredBytes;
  };
};
