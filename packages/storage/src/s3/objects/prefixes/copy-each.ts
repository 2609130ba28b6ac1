import type { CallOptions, TaskSteps } from '@arch/core/builder';

import { type ListedObject, listObjects } from '../index.js';
import { forEachObject } from './for-each-object.js';
import type { PrefixResult } from './prefix-result.js';
import type { PrefixPair, PrefixSettings } from './prefix-settings.js';

/** Copies or moves one object to its new key. */
type CopyOne = (object: ListedObject, newKey: string, options: CallOptions) => Promise<unknown>;

/** Calls `copyOne` for each object of the source, several at the same time. */
export const copyEach = (
  { bucket, prefix, source, ...settings }: PrefixPair & PrefixSettings,
  { verb, ...call }: { readonly options: CallOptions; readonly steps: TaskSteps; readonly verb: string },
  copyOne: CopyOne,
): Promise<PrefixResult> => {
  const newKeyOf = (key: string): string => prefix + key.slice(source.prefix.length);
  const { concurrency, onProgress, onObject } = settings;
  const job = {
    concurrency,
    onProgress,
    onObject,
    newKeyOf,
    work: (object: ListedObject, own: CallOptions) => copyOne(object, newKeyOf(object.key), own),
    done: `that are already ${verb} to bucket ${bucket}`,
  };
  return forEachObject(listObjects(source, call.options), job, call);
};
