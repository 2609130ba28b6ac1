import { UnexpectedResponseError } from '@arch/core';
import { asArchError, asIs, type Schema } from '@arch/core/builder';

import { checkRange, type RangedResponse } from '../check-range.js';
import { type ByteRange, type ObjectReference, toRangeHeader } from './object-reference.js';

/** A `GetObject` answer as far as it is read here. */
interface GetObjectAnswer extends RangedResponse {
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
export const readBody =
  (operation: string) =>
  async (
    response: GetObjectAnswer,
    { key, range }: ObjectReference & { readonly range?: ByteRange | undefined },
  ): Promise<Uint8Array> => {
    checkRange(operation, { key, range }, response);
    try {
      return (await response.Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      throw mismatch(operation, key, error) ?? error;
    }
  };

/** A body that has been read, as it is. */
export const objectBytes = (): Schema<Uint8Array> => asIs<Uint8Array>();

/** What went wrong while the content of an object was read. */
export const bodyError = (operation: string, id: string, error: unknown): unknown =>
  mismatch(operation, id, error) ?? asArchError(error, operation);

/** How the SDK says that content and checksum do not belong together. */
const mismatched =
  /^Checksum mismatch: expected "([^"]*)" but received "([^"]*)" in response header "x-amz-checksum-(\w+)"/;

const mismatch = (operation: string, id: string, cause: unknown): UnexpectedResponseError | undefined => {
  const [, expected = '', found = '', algorithm] = mismatched.exec(cause instanceof Error ? cause.message : '') ?? [];
  if (algorithm === undefined) return undefined;
  const name = algorithm.toUpperCase();
  return new UnexpectedResponseError(
    `${operation}: ${id} is not what S3 stores: the ${name} of its content is ${found}, the ${name} that S3 returns is ${expected}. Try again.`,
    { operation, resource: 'object', id, retryable: true, cause },
  );
};
