import { UnexpectedResponseError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { getSnapshotBlock, type GetSnapshotBlockInput } from '../blocks/index.js';

/** How often a block is requested whose data arrives damaged. */
const mostRequests = 3;

/** Reads a block, and requests it again if its data does not match its checksum. */
export const fetchBlock = async (block: GetSnapshotBlockInput, options: CallOptions): Promise<Uint8Array> => {
  for (let request = 1; ; request++) {
    try {
      return await getSnapshotBlock(block, options);
    } catch (error) {
      const isDamaged = error instanceof UnexpectedResponseError && error.retryable;
      if (!isDamaged || request === mostRequests) throw error;
    }
  }
};
