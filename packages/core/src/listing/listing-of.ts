import { InvalidInputError } from '../errors/invalid-input-error.js';
import { UnexpectedResponseError } from '../errors/unexpected-response-error.js';
import type { Listing } from './listing.js';
import type { FetchPage, Page, PageToken } from './page.js';
import { tokenText } from './paging.js';

/** A listing over pages: one page is fetched while the consumer works on the one before, and none after the consumer has stopped. */
export const listingOf = <Item>(name: string, open: (stop: AbortSignal) => FetchPage): Listing<Item> => {
  const pages = (wanted?: number): AsyncGenerator<Iterable<readonly Item[]>, void, undefined> =>
    generatePages<Item>(name, open, wanted);
  const items = async function* (): AsyncGenerator<Item, void, undefined> {
    for await (const page of pages()) for (const part of page) yield* part;
  };
  const toArray = async ({ limit }: { readonly limit?: number | undefined } = {}): Promise<Item[]> => {
    if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0)) {
      throw new InvalidInputError(`${name}: limit is ${String(limit)}; accepted is a whole number from 0.`, {
        operation: name,
      });
    }
    const all: Item[] = [];
    if (limit === 0) return all;
    for await (const page of pages(limit)) {
      for (const part of page) {
        // One by one: a page of an AWS that does not page may hold more items than a call takes arguments.
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
      // Whoever stops before this page is not told how it ended.
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
        const message = `${name}: AWS gave the same page token twice, after ${page} pages: the listing would never end.`;
        throw new UnexpectedResponseError(message, { operation: name });
      }
      if (begins !== undefined) {
        seen.add(begins);
        // Whoever wants a certain number asks for the next page only when it is needed.
        if (wanted === undefined) pending = get(next, page + 1);
      }
      yield parts;
      if (next !== undefined) pending ??= get(next, page + 1);
    }
  } finally {
    stop.abort(new DOMException('The listing is no longer wanted', 'AbortError'));
  }
}
