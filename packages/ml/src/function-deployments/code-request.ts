import type { CallOptions } from '@arch/core/builder';

import { type FunctionCode, packFunctionCode } from '../function-code/index.js';

/** Code as a request holds it. */
export interface CodeRequest {
  /** In AWS's words. */
  readonly code: object;
  /** The names of the files, where they are known. */
  readonly files?: readonly string[] | undefined;
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
  const { zip, files } = await packFunctionCode(code, { operation, signal: options.signal });
  return { code: { ZipFile: zip }, files, limits: limitsFor(zip, options) };
};

/** At 100 KB a second the largest .zip file takes 9 minutes; the deadline of the whole task is the caller's. */
const limitsFor = (zip: Uint8Array, { attemptTimeoutMs }: CallOptions): CodeRequest['limits'] =>
  zip.length < 1_000_000 ? {} : { attemptTimeoutMs: attemptTimeoutMs ?? 30_000 + zip.length / 100, timeoutMs: 900_000 };
