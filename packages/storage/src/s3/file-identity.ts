/** A local file, as far as a change of its content changes it. */
export interface FileIdentity {
  readonly sizeBytes: number;
  readonly modifiedNs: string;
  /** The number of the file in its file system; `0` if the file system has none. */
  readonly inode: string;
}
