/** Items that AWS returns in pages. The first request is sent when the first item is read, and none after the consumer stops. */
export interface Listing<Item> extends AsyncIterable<Item> {
  /** All items, or the first `limit` of them. */
  toArray(options?: { readonly limit?: number | undefined }): Promise<Item[]>;
  /** The first item, or `undefined` if there is none. */
  first(): Promise<Item | undefined>;
  /** The items page by page, as AWS sends them; a page may be empty. */
  pages(): AsyncIterable<readonly Item[]>;
  /** The number of items. All pages are requested; their items are not kept in memory. */
  count(): Promise<number>;
}
