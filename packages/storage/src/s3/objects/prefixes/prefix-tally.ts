import { ArchError, CredentialsError, NotFoundError } from '@arch/core';
import { callListener } from '@arch/core/builder';

import type { FailedObject, PrefixObject, PrefixResult } from './prefix-result.js';
import type { PrefixSettings } from './prefix-settings.js';

/** Counts the results of the objects and passes them to the listeners. */
export interface PrefixTally {
  /** Adds the result for one object. */
  add(object: PrefixObject): void;
  readonly result: PrefixResult;
}

/** Returns a {@link PrefixTally} for the listeners of a call. */
export const prefixTally = ({ onProgress, onObject }: PrefixSettings): PrefixTally => {
  const failed: FailedObject[] = [];
  let [objectCount, sizeBytes] = [0, 0];
  return {
    add: (object) => {
      if (object.failure) failed.push(object.failure);
      else {
        objectCount += 1;
        sizeBytes += object.sizeBytes;
      }
      if (onObject) callListener(onObject, object);
      if (onProgress) callListener(onProgress, { objectCount, sizeBytes, failedCount: failed.length });
    },
    get result() {
      return { objectCount, sizeBytes, failed };
    },
  };
};

/** Returns the reason why an object failed. Throws errors that all further objects would have too. */
export const failureOf = (key: string, error: unknown, signal: AbortSignal): FailedObject => {
  signal.throwIfAborted();
  const isAboutAll =
    !(error instanceof ArchError) ||
    error instanceof CredentialsError ||
    (error instanceof NotFoundError && error.resource === 'bucket');
  if (isAboutAll) throw error;
  return { key, code: error.code ?? error.name, message: error.message };
};
