import { ArchError } from '@arch/core';

/** Codes and statuses of S3-compatible stores for operations that they do not implement. */
const codes = new Set(['NotImplemented', 'MethodNotAllowed', 'UnsupportedOperation', 'NotSupported']);
const statuses = new Set([405, 501]);

/** Whether an error says that the store does not implement the operation. AWS never responds so to the owner of a bucket. */
export const isNotImplemented = (error: unknown): boolean =>
  error instanceof ArchError && (codes.has(error.code ?? '') || statuses.has(error.status ?? 0));

/**
 * Whether an error means that the store does not know the requested setting: the store says so, it rejects the body of the GET request, or it
 * ignores the name of the setting and lists the objects of the bucket.
 */
export const isUnknownSetting = (error: unknown): boolean =>
  isNotImplemented(error) ||
  (error instanceof ArchError &&
    (error.code === 'MalformedXML' ||
      (error.cause as { readonly root?: unknown } | undefined)?.root === 'ListBucketResult'));
