import { ArchError } from '@arch/core';

/** Codes and statuses of S3-compatible stores for operations that they do not implement. */
const codes = new Set(['NotImplemented', 'MethodNotAllowed', 'UnsupportedOperation', 'NotSupported']);
const statuses = new Set([405, 501]);

/** Whether a store has answered that it does not implement the operation. AWS does not answer so to the owner of a bucket. */
export const isNotImplemented = (error: unknown): boolean =>
  error instanceof ArchError && (codes.has(error.code ?? '') || statuses.has(error.status ?? 0));

/**
 * Whether a store does not know the setting that a GET request names: it says so, it answers as if the request had a wrong body, or it ignores
 * the setting's name and lists the objects of the bucket.
 */
export const isUnknownSetting = (error: unknown): boolean =>
  isNotImplemented(error) ||
  (error instanceof ArchError &&
    (error.code === 'MalformedXML' ||
      (error.cause as { readonly root?: unknown } | undefined)?.root === 'ListBucketResult'));
