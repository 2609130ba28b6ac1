import { UnexpectedResponseError } from '@arch/core';
import { asArchError, asIs, type Schema } from '@arch/core/builder';

import { checkRange, type RangedResponse } from './check-range.js';
import { type ByteRange, type ObjectReference, toRangeHeader } from './object-reference.js';

/** The members of a `GetObject` response that this module reads. */
interface GetObjectResponse extends RangedResponse {
  readonly Body?: { transformToByteArray(): Promise<Uint8Array> } | undefined;
}

/** Returns the members of a `GetObject` request. */
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
    response: GetObjectResponse,
    { key, range }: ObjectReference & { readonly range?: ByteRange | undefined },
  ): Promise<Uint8Array> => {
    checkRange(operation, { key, range }, response);
    try {
      return (await response.Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      throw mismatch(operation, key, error) ?? error;
    }
  };

/** Returns the content of an object unchanged. */
export const objectBytes = (): Schema<Uint8Array> => asIs<Uint8Array>();

/** Returns the error of a body that could not be read. */
export const bodyError = (operation: string, id: string, error: unknown): unknown =>
  mismatch(operation, id, error) ?? asArchError(error, operation);

/** The SDK's message for content that does not match its checksum. */
const mismatched =
  /^Checksum mismatch: expected "([^"]*)" but received "([^"]*)" in response header "x-amz-checksum-(\w+)"/;

const mismatch = (operation: string, id: string, cause: unknown): UnexpectedResponseError | undefined => {
  const [, expected = '', found = '', algorithm] = mismatched.exec(cause instanceof Error ? cause.message : '') ?? [];
  if (algorithm === undefined) return undefined;
  const name = algorithm.toUpperCase();
  return new UnexpectedResponseError(
    `${operation}: the received content of ${id} is damaged: its ${name} is ${found}, but the ${name} that S3 stores is ${expected}. Call again.`,
    { operation, resource: 'object', id, retryable: true, cause },
  );
};
