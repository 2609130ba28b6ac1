/** One page of a listing. */
export interface Page<Item> {
  /** The items, as they are read: once. */
  readonly parts: Iterable<readonly Item[]>;
  readonly next: string | undefined;
}

/** Asks for one page. */
export type FetchPage = (at: {
  readonly token: string | undefined;
  readonly page: number;
  readonly wanted: number | undefined;
}) => Promise<Page<unknown>>;
