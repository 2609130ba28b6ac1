import { InvalidInputError } from '@arch/core';

import type { ObjectLockMode } from './object-settings.js';
import type { Retain } from './retain.js';

/** A retention whose duration nobody can shorten in the mode `COMPLIANCE`, and the confirmation of the caller. */
export interface ConfirmedRetention {
  readonly retain: Retain;
  readonly mode?: ObjectLockMode | undefined;
  readonly confirmRetention?: string | undefined;
}

/** Throws unless a retention in the mode `COMPLIANCE` is confirmed with its duration in words. */
export const checkConfirmation = (operation: string, { retain, mode, confirmRetention }: ConfirmedRetention): void => {
  if (mode !== 'COMPLIANCE') return;
  const words = retentionInWords(retain);
  if (confirmRetention === words) return;
  const got = confirmRetention === undefined ? '' : ` (got '${confirmRetention}')`;
  throw new InvalidInputError(
    `${operation}: mode: 'COMPLIANCE' requires confirmRetention: '${words}'${got}: nobody can delete the objects before, not even the root user.`,
    { operation },
  );
};

/** Returns a retention in words, for `confirmRetention`. */
const retentionInWords = (retention: Retain): string => {
  if ('until' in retention) return `until ${retention.until.toISOString().slice(0, 10)}`;
  const [count, unit] = 'years' in retention ? [retention.years, 'year'] : [retention.days, 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};
