/** One page of a listing. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}

/** Asks for one page. */
export type FetchPage = (at: {
  readonly token: string | undefined;
  readonly page: number;
  readonly wanted: number | undefined;
}) => Promise<Page<unknown>>;
