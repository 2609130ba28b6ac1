import { ArchError, ConnectionError, DeadlineError, ServiceError, UnexpectedResponseError } from '@arch/core';
import { callListener } from '@arch/core/builder';

import { concernsAll } from '../../concerns-all.js';
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
export const failureOf = (
  key: string,
  error: unknown,
  { signal, tally }: { readonly signal: AbortSignal; readonly tally: PrefixTally },
): FailedObject => {
  signal.throwIfAborted();
  if (!(error instanceof ArchError) || concernsAll(error)) throw error;
  if (isWithoutResponse(error) && tally.result.objectCount === 0) throw error;
  return { key, code: error.code ?? error.name, message: error.message };
};

/** Whether S3 was not reached: the connection broke, or a proxy responded. It is about all objects, unless S3 was reached before. */
const isWithoutResponse = (error: ArchError): boolean =>
  error instanceof ConnectionError ||
  error instanceof DeadlineError ||
  (error instanceof ServiceError && error.code === undefined) ||
  (error instanceof UnexpectedResponseError && error.resource === undefined);
