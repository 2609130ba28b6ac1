import { UnexpectedResponseError } from '@arch/core';
import { withLocalErrors } from '@arch/core/builder';

import type { ObjectChecksum, RangeSums } from '../checksums/index.js';
import type { DownloadedFile } from '../download-file-input.js';
import type { TemporaryFile } from '../temporary-files/index.js';

/** The content that a download has received. */
interface ReceivedContent {
  readonly key: string;
  readonly path: string;
  readonly sizeBytes: number;
  /** The checksum that S3 stores. */
  readonly expected: ObjectChecksum | undefined;
  /** The sums of the ranges, if they were computed while the ranges arrived. */
  readonly sums: RangeSums | undefined;
}

/** Throws unless the content matches the checksum or the length of the object. Reads the file again if its ranges were not summed. */
export const verifyContent = async (
  { key, path, sizeBytes, expected, sums }: ReceivedContent,
  { file, discard }: TemporaryFile,
  signal: AbortSignal | undefined,
): Promise<DownloadedFile['verifiedBy']> => {
  const { sumFile } = await import('../checksums/index.js');
  const found = await withLocalErrors({ operation: 'downloadFile', verb: 'read', path }, async () => {
    if (!expected) return (await file.stat()).size;
    return sums?.digest() ?? sumFile(file, expected.algorithm, signal);
  });
  if (found === (expected?.value ?? sizeBytes)) return expected?.algorithm ?? 'length';
  // A later call must not continue with damaged content.
  await discard();
  const [name, value] = [expected?.algorithm ?? 'length', expected?.value ?? sizeBytes];
  throw new UnexpectedResponseError(
    `downloadFile: the received content of ${key} is damaged: its ${name} is ${found}, but S3 stores ${name} ${value}. No file was written. Call again.`,
    { operation: 'downloadFile', resource: 'object', id: key, retryable: true },
  );
};
