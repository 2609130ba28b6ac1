/** The members of a request that say where a page begins, e.g. `{ NextToken: '…' }`. */
export type PageToken = Readonly<Record<string, unknown>>;

/** One page of a listing. */
export interface Page<Item> {
  /** The items, as they are read: once. */
  readonly parts: Iterable<readonly Item[]>;
  readonly next: PageToken | undefined;
}

/** Asks for one page. */
export type FetchPage = (at: {
  readonly token: PageToken | undefined;
  readonly page: number;
  readonly wanted: number | undefined;
}) => Promise<Page<unknown>>;
