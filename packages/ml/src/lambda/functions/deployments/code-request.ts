import { type CallOptions, warn } from '@arch/core/builder';

import { type FunctionCode, packFunctionCode } from '../code/index.js';

/** Code as a request holds it. */
export interface CodeRequest {
  /** In AWS's words. */
  readonly code: object;
  /** The names of the files, where they are known. */
  readonly files?: readonly string[] | undefined;
  /** The names of those that were left out. */
  readonly excluded?: readonly string[] | undefined;
  /** How to send it: what is large takes longer to send than an answer takes to come. */
  readonly limits: Pick<CallOptions, 'attemptTimeoutMs' | 'timeoutMs'>;
}

/** Packs code where it has to be, and says how to send it. */
export const codeRequest = async (
  operation: string,
  code: FunctionCode,
  options: CallOptions,
): Promise<CodeRequest> => {
  if ('imageUri' in code) return { code: { ImageUri: code.imageUri }, limits: {} };
  if ('s3Bucket' in code) {
    const { s3Bucket, s3Key, s3ObjectVersion } = code;
    return { code: { S3Bucket: s3Bucket, S3Key: s3Key, S3ObjectVersion: s3ObjectVersion }, limits: {} };
  }
  const { zip, files, excluded } = await packFunctionCode(code, { operation, signal: options.signal });
  if (excluded.length > 0) warn({ ...options, operation, message: leftOut(excluded) });
  return { code: { ZipFile: zip }, files, excluded, limits: limitsFor(zip, options) };
};

const leftOut = (excluded: readonly string[]): string =>
  `The code is packed without what may be a secret: ${excluded.join(', ')}. Name in code.include what the function needs.`;

/** At 100 KB a second the largest .zip file takes 9 minutes; the deadline of the whole task is the caller's. */
const limitsFor = (zip: Uint8Array, { attemptTimeoutMs }: CallOptions): CodeRequest['limits'] =>
  zip.length < 1_000_000 ? {} : { attemptTimeoutMs: attemptTimeoutMs ?? 30_000 + zip.length / 100, timeoutMs: 900_000 };
