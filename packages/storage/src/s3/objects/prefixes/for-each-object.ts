import type { CallOptions, TaskSteps } from '@arch/core/builder';

import { inParallel } from '../../in-parallel.js';
import type { ListedObject } from '../index.js';
import type { PrefixResult } from './prefix-result.js';
import type { PrefixSettings } from './prefix-settings.js';
import { failureOf, prefixTally } from './prefix-tally.js';

/** The work for each object of a prefix. */
interface PrefixJob extends Pick<PrefixSettings, 'concurrency' | 'onProgress' | 'onObject'> {
  readonly work: (object: ListedObject, options: CallOptions) => Promise<unknown>;
  /** The key of the copy. Default: none. */
  readonly newKeyOf?: ((key: string) => string) | undefined;
  /** The objects after success, for errors: `that are already copied to bucket archive`. */
  readonly done: string;
}

/**
 * Calls `work` for each object, several at the same time. An object that fails is in the result, and the others continue. An error that ends
 * all of them contains the number of successful objects.
 */
export const forEachObject = async (
  objects: AsyncIterable<ListedObject>,
  { work, newKeyOf, done, concurrency = 8, ...listeners }: PrefixJob,
  { options, steps }: { readonly options: CallOptions; readonly steps: TaskSteps },
): Promise<PrefixResult> => {
  const tally = prefixTally(listeners);
  const { signal = new AbortController().signal } = options;
  try {
    await inParallel(objects, { concurrency, signal }, async (object, either) => {
      const { key, sizeBytes } = object;
      const failure = await work(object, { ...options, signal: either }).then(
        () => undefined,
        (error: unknown) => failureOf(key, error, { signal: either, tally }),
      );
      tally.add({ key, sizeBytes, ...(newKeyOf && { newKey: newKeyOf(key) }), failure });
    });
  } catch (error) {
    const { objectCount } = tally.result;
    if (objectCount > 0) steps.note(`the number of objects ${done} is ${objectCount}`);
    throw error;
  }
  return tally.result;
};
