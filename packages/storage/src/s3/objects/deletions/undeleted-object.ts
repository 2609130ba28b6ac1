/** An object that S3 has not deleted, and the reason. */
export interface UndeletedObject {
  readonly key: string;
  readonly versionId?: string | undefined;
  /** AWS's error code, e.g. `AccessDenied`. */
  readonly code: string;
  readonly message: string;
}
