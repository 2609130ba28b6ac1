/** Ends a sentence: what S3 keeps, and bills, of an upload that could not be aborted. */
export const uploadIsLeft = ({ key, uploadId }: { readonly key: string; readonly uploadId: string }): string =>
  `the upload ${uploadId} of ${key} is left, and its parts are billed: delete it with abortMultipartUpload`;

/** Ends a sentence: an upload whose ID was lost. */
export const uploadMayExist = ({ bucket, key }: { readonly bucket: string; readonly key: string }): string =>
  `an upload of ${key} to ${bucket} may exist: listMultipartUploads shows it`;
