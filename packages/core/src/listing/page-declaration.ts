/** How AWS pages. */
export interface PageDeclaration {
  /** The request's member, e.g. `NextToken`. */
  readonly token: string;
  /** The response's member where it is another, e.g. `NextMarker`, or within a structure: `EngineDefaults.Marker`. */
  readonly next?: string;
  /** Further tokens that go with the first, as S3's `UploadIdMarker` with its `KeyMarker`. */
  readonly further?: readonly { readonly token: string; readonly next: string }[];
  /**
   * The response's member that says whether there are more pages, e.g. `IsTruncated`: where it is `false`, a token is ignored; where it is
   * `true` and there is no token, the listing fails.
   */
  readonly more?: string;
  /** The request's member for the number of items, its least and its greatest value. */
  readonly size?: { readonly member: string; readonly least: number; readonly most: number };
}
