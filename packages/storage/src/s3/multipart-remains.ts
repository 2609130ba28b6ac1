/** Returns a note for errors: the upload could not be aborted, and S3 bills its parts. */
export const uploadIsLeft = ({ key, uploadId }: { readonly key: string; readonly uploadId: string }): string =>
  `the upload ${uploadId} of ${key} is left, and AWS bills its parts: delete it with abortMultipartUpload`;

/** Returns a note for errors: the upload may exist, but its ID was lost. */
export const uploadMayExist = ({ bucket, key }: { readonly bucket: string; readonly key: string }): string =>
  `an upload of ${key} to ${bucket} may exist: find it with listMultipartUploads`;

/** Returns a note for errors: the upload was kept, and S3 bills its parts. */
export const uploadIsKept = ({ key, uploadId }: { readonly key: string; readonly uploadId: string }): string =>
  `the upload ${uploadId} of ${key} is kept for a call that continues it, and AWS bills its parts`;
