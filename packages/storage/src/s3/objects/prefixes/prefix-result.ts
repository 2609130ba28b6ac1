/** An object that a function for a prefix has not copied, moved or deleted, and the reason. */
export interface FailedObject {
  /** The key of the object in the source. */
  readonly key: string;
  /** AWS's error code, e.g. `AccessDenied`, or the name of the error, e.g. `ConnectionError`. */
  readonly code: string;
  /** The message of the error. */
  readonly message: string;
}

/** The result for one object. */
export interface PrefixObject {
  /** The key of the object in the source. */
  readonly key: string;
  /** The size in bytes. */
  readonly sizeBytes: number;
  /** The key of the copy. Absent after a deletion. */
  readonly newKey?: string | undefined;
  /** The reason why the object was not copied, moved or deleted. Absent after success. */
  readonly failure?: FailedObject | undefined;
}

/** The progress of a function for a prefix. S3 does not count objects, so the total is not known before the end. */
export interface PrefixProgress {
  /** The number of objects that are copied, moved or deleted. */
  readonly objectCount: number;
  /** The size of these objects in bytes. */
  readonly sizeBytes: number;
  /** The number of objects that failed. */
  readonly failedCount: number;
}

/** The result of a function for a prefix. */
export interface PrefixResult {
  /** The number of objects that are copied, moved or deleted. */
  readonly objectCount: number;
  /** The size of these objects in bytes. */
  readonly sizeBytes: number;
  /** The objects that failed, each with the reason. */
  readonly failed: readonly FailedObject[];
}
