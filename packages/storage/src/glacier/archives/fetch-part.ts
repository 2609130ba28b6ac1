import { ArchError } from '@arch/core';
import { type CallOptions, retryWhile } from '@arch/core/builder';

import { getVaultJobOutput, type GetVaultJobOutputInput } from '../jobs/index.js';

/** How often a part is requested that arrives damaged or whose connection breaks. */
const mostRequests = 3;

const passing = new Set(['ConnectionError', 'DeadlineError', 'UnexpectedResponseError']);

/** Reads a part of an archive, and requests it again if it arrives damaged or incomplete. */
export const fetchPart = (part: GetVaultJobOutputInput, options: CallOptions): Promise<Uint8Array> =>
  retryWhile(
    {
      when: (error) => error instanceof ArchError && error.retryable && passing.has(error.name),
      maxAttempts: mostRequests,
      pauseMs: (repeat) => Math.random() * 1_000 * repeat,
      phase: `pausing before requesting a part of job ${part.jobId} again`,
    },
    options,
    () => getVaultJobOutput(part, options),
  );
