/** How AWS accepts many resources in one request, and how its response is split by resource. */
export interface BatchDeclaration<Response> {
  /** Maximum number of IDs in one request. */
  readonly limit: number;
  /** The member of AWS's request that takes the IDs, e.g. `InstanceIds`. */
  readonly ids: string;
  /** The items of the response. Default: the response has no items, and the request succeeds for all IDs together. */
  readonly items?: (response: Response) => readonly unknown[] | undefined;
  /** The member of an item that contains its ID, e.g. `InstanceId`. */
  readonly id?: string;
}
