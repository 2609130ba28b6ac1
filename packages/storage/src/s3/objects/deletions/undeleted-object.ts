/** An object that S3 has not deleted, and the reason. */
export interface UndeletedObject {
  /** The key of the object. */
  readonly key: string;
  /** The ID of the version, if the input contains one. */
  readonly versionId?: string | undefined;
  /** AWS's error code, e.g. `AccessDenied`. */
  readonly code: string;
  /** AWS's message. */
  readonly message: string;
}
