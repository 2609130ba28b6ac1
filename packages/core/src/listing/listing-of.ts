import { InvalidInputError } from '../errors/invalid-input-error.js';
import { UnexpectedResponseError } from '../errors/unexpected-response-error.js';
import type { Listing } from './listing.js';
import type { FetchPage, Page, PageToken } from './page.js';
import { tokenText } from './paging.js';

/** Makes a listing from pages. The next page is requested while the consumer reads the current one, and none after it stops. */
export const listingOf = <Item>(name: string, open: (stop: AbortSignal) => FetchPage): Listing<Item> => {
  const pages = (wanted?: number): AsyncGenerator<Iterable<readonly Item[]>, void, undefined> =>
    generatePages<Item>(name, open, wanted);
  const items = async function* (): AsyncGenerator<Item, void, undefined> {
    for await (const page of pages()) for (const part of page) yield* part;
  };
  const toArray = async ({ limit }: { readonly limit?: number | undefined } = {}): Promise<Item[]> => {
    if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0)) {
      throw new InvalidInputError(`${name}: limit must be a whole number of at least 0 (got ${String(limit)}).`, {
        operation: name,
      });
    }
    const all: Item[] = [];
    if (limit === 0) return all;
    for await (const page of pages(limit)) {
      for (const part of page) {
        // One by one: a response without paging may contain more items than a function call accepts arguments.
        for (const item of part) if (all.push(item) === limit) return all;
      }
    }
    return all;
  };
  return {
    [Symbol.asyncIterator]: () => items(),
    pages: async function* () {
      for await (const page of pages()) yield [...page].flat() as readonly Item[];
    },
    toArray,
    first: async () => (await toArray({ limit: 1 }))[0],
    count: async () => {
      let count = 0;
      for await (const page of pages()) for (const part of page) count += part.length;
      return count;
    },
  };
};

async function* generatePages<Item>(
  name: string,
  open: (stop: AbortSignal) => FetchPage,
  wanted: number | undefined,
): AsyncGenerator<Iterable<readonly Item[]>, void, undefined> {
  const stop = new AbortController();
  try {
    const fetchPage = open(stop.signal);
    const seen = new Set<string>();
    const get = (token: PageToken | undefined, page: number): Promise<Page<Item>> => {
      const pending = fetchPage({ token, page, wanted }) as Promise<Page<Item>>;
      // A consumer that stops before this page does not receive its error.
      pending.catch(() => undefined);
      return pending;
    };
    let pending: Promise<Page<Item>> | undefined = get(undefined, 1);
    for (let page = 1; pending; page++) {
      const { parts, next }: Page<Item> = await pending;
      pending = undefined;
      const begins = next && tokenText(next);
      if (begins !== undefined && seen.has(begins)) {
        yield parts;
        const message = `${name}: AWS returned the same page token twice, after ${page} pages. The listing would never end.`;
        throw new UnexpectedResponseError(message, { operation: name });
      }
      if (begins !== undefined) {
        seen.add(begins);
        // With a limit, the next page is requested only when it is needed.
        if (wanted === undefined) pending = get(next, page + 1);
      }
      yield parts;
      if (next !== undefined) pending ??= get(next, page + 1);
    }
  } finally {
    stop.abort(new DOMException('The consumer stopped reading the listing', 'AbortError'));
  }
}
