import { open } from 'node:fs/promises';

import { type AwsInput, type CallOptions, withLocalErrors } from '@arch/core/builder';

import { headObject } from '../../../objects/index.js';

/** An object and a local file. */
interface Compared extends AwsInput {
  readonly operation: string;
  readonly bucket: string;
  readonly key: string;
  readonly path: string;
}

/**
 * Whether a local file has the checksum that S3 stores of the whole object. `false` if S3 stores none: then the content may differ. Sends one
 * request and reads the file.
 */
export const hasSameContent = async (
  { operation, bucket, key, path, aws }: Compared,
  options: CallOptions,
): Promise<boolean> => {
  const head = await headObject({ bucket, key, aws: { ...aws, ChecksumMode: 'ENABLED' } }, options);
  // The code for checksums is loaded with the first comparison.
  const { checksumOf, sumFile } = await import('../../checksums/index.js');
  const stored = checksumOf(head.aws);
  if (!stored) return false;
  return withLocalErrors({ operation, verb: 'read', path }, async () => {
    const file = await open(path);
    try {
      return (await sumFile(file, stored.algorithm, options.signal)) === stored.value;
    } finally {
      await file.close();
    }
  });
};
