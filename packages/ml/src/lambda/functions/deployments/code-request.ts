import { type CallOptions, warn } from '@arch/core/builder';

import { type FunctionCode, packFunctionCode } from '../code/index.js';

/** Code in the form of a request. */
export interface CodeRequest {
  /** Request members of AWS. */
  readonly code: object;
  /** Names of the files, for code that is packed. */
  readonly files?: readonly string[] | undefined;
  /** Names of the excluded files, for code that is packed. */
  readonly excluded?: readonly string[] | undefined;
  /** Timeouts of the request: a large .zip file takes longer to send. */
  readonly limits: Pick<CallOptions, 'attemptTimeoutMs' | 'timeoutMs'>;
}

/** Packs the code if it is on this machine, and returns the request members and timeouts. */
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
  if (excluded.length > 0) warn({ ...options, operation, message: exclusionWarning(excluded) });
  return { code: { ZipFile: zip }, files, excluded, limits: limitsFor(zip, options) };
};

const exclusionWarning = (excluded: readonly string[]): string =>
  `Files that may be secrets are not packed: ${excluded.join(', ')}. Add files that the function requires to code.include.`;

/** At 100 KB per second, sending the largest .zip file takes 9 minutes. The deadline of the call also applies. */
const limitsFor = (zip: Uint8Array, { attemptTimeoutMs }: CallOptions): CodeRequest['limits'] =>
  zip.length < 1_000_000 ? {} : { attemptTimeoutMs: attemptTimeoutMs ?? 30_000 + zip.length / 100, timeoutMs: 900_000 };
