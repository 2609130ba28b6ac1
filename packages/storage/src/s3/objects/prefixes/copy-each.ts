import type { CallOptions, TaskSteps } from '@arch/core/builder';

import { inParallel } from '../../in-parallel.js';
import { type ListedObject, listObjects } from '../index.js';
import type { PrefixResult } from './prefix-result.js';
import type { PrefixPair, PrefixSettings } from './prefix-settings.js';
import { failureOf, prefixTally } from './prefix-tally.js';

/** Copies or moves one object to its new key. */
type CopyOne = (object: ListedObject, newKey: string, options: CallOptions) => Promise<unknown>;

/** Calls `copyOne` for each object of the source, several at the same time. */
export const copyEach = async (
  { bucket, prefix, source, concurrency = 8, onProgress, onObject }: PrefixPair & PrefixSettings,
  { options, steps, verb }: { readonly options: CallOptions; readonly steps: TaskSteps; readonly verb: string },
  copyOne: CopyOne,
): Promise<PrefixResult> => {
  const tally = prefixTally({ onProgress, onObject });
  const { signal = new AbortController().signal } = options;
  try {
    await inParallel(listObjects(source, options), { concurrency, signal }, async (object, either) => {
      const newKey = prefix + object.key.slice(source.prefix.length);
      const failure = await copyOne(object, newKey, { ...options, signal: either }).then(
        () => undefined,
        (error: unknown) => failureOf(object.key, error, { signal: either, tally }),
      );
      tally.add({ key: object.key, sizeBytes: object.sizeBytes, newKey, failure });
    });
  } catch (error) {
    const { objectCount } = tally.result;
    if (objectCount > 0)
      steps.note(`the number of objects that are already ${verb} to bucket ${bucket} is ${objectCount}`);
    throw error;
  }
  return tally.result;
};
