/** The attributes of a local file. */
export interface LocalAttributes {
  /** The time of the last change, in nanoseconds since 1970. */
  readonly modifiedNs: bigint;
  /** The type and the permissions, as the file system has them. */
  readonly mode: number;
}
