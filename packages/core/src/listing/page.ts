/** The members of a request that say where a page begins, e.g. `{ NextToken: '…' }`. */
export type PageToken = Readonly<Record<string, unknown>>;

/** One page of a listing. */
export interface Page<Item> {
  /** The items, in parts as they are decoded. Can be read once. */
  readonly parts: Iterable<readonly Item[]>;
  /** The token of the next page; `undefined` on the last page. */
  readonly next: PageToken | undefined;
}

/** Requests one page. */
export type FetchPage = (at: {
  readonly token: PageToken | undefined;
  readonly page: number;
  readonly wanted: number | undefined;
}) => Promise<Page<unknown>>;
