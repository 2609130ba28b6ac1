import { UnexpectedResponseError } from '@arch/core';
import { asArchError, asIs, type Schema } from '@arch/core/builder';

import { type ByteRange, type ObjectReference, toRangeHeader } from './object-reference.js';

/** A `GetObject` answer as far as it is read here. */
interface GetObjectAnswer {
  readonly Body?: { transformToByteArray(): Promise<Uint8Array> } | undefined;
}

/** What the SDK makes of the range and the names. */
export const toGetRequest = ({
  bucket,
  key,
  range,
}: ObjectReference & { readonly range?: ByteRange | undefined }): { Bucket: string; Key: string; Range?: string } => ({
  Bucket: bucket,
  Key: key,
  ...(range && { Range: toRangeHeader(range) }),
});

/** Reads a body to its end, within the call's deadline. */
export const readBody = async ({ Body }: GetObjectAnswer): Promise<Uint8Array> =>
  (await Body?.transformToByteArray()) ?? new Uint8Array();

/** A body that has been read, as it is. */
export const objectBytes = (): Schema<Uint8Array> => asIs<Uint8Array>();

/** What went wrong while the content of an object was read. */
export const bodyError = (operation: string, id: string, error: unknown): unknown => {
  if (!(error instanceof Error) || !/checksum/i.test(error.message)) return asArchError(error, operation);
  return new UnexpectedResponseError(`${operation}: ${id} is not what S3 keeps: ${error.message}. Try again.`, {
    operation,
    id,
    cause: error,
    retryable: true,
  });
};
