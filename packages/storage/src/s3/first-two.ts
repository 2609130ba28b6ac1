import type { CallOptions } from '@arch/core/builder';

import { rejectOnAbort } from './in-parallel.js';

/** Reads two parts, because a full first part may be the last one. There is always a first part. */
export const firstTwo = async <Part>(
  parts: AsyncIterator<Part>,
  { signal }: CallOptions,
): Promise<readonly [Part, Part | undefined]> => {
  const next = (): Promise<IteratorResult<Part>> => (signal ? rejectOnAbort(parts.next(), signal) : parts.next());
  const first = (await next()).value as Part;
  const second = await next();
  return [first, second.done ? undefined : second.value];
};

/** Yields the items that were already read, then the others. */
export async function* chain<Item>(
  items: readonly Item[],
  others: AsyncIterable<Item>,
): AsyncGenerator<Item, void, undefined> {
  yield* items;
  yield* others;
}
