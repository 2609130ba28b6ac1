/** Items that AWS hands out in pages. Nothing is asked before the first item is wanted, and nothing more once no one wants any. */
export interface Listing<Item> extends AsyncIterable<Item> {
  /** All items, or the first `limit` of them. */
  toArray(options?: { readonly limit?: number | undefined }): Promise<Item[]>;
  /** The first item, or `undefined` where there is none. */
  first(): Promise<Item | undefined>;
  /** The items page by page, as AWS sends them; a page may be empty. */
  pages(): AsyncIterable<readonly Item[]>;
  /** How many there are; pages are read, items are not kept. */
  count(): Promise<number>;
}
