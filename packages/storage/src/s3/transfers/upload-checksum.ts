import { InvalidInputError } from '@arch/core';
import type { AwsInput, CallOptions } from '@arch/core/builder';

import { type ChecksumAlgorithm, checksumAlgorithms } from '../checksum-algorithm.js';
import { type ChecksumKind, type ChecksumSettings, chooseChecksum } from '../checksum-settings.js';

/** The checksum of an upload, and the members of `aws` without the members for the checksum. */
interface UploadChecksum extends AwsInput {
  readonly checksum: ChecksumKind;
  readonly checksumAlgorithm?: ChecksumAlgorithm | undefined;
}

/** Reads the checksum of an upload. All requests of the upload must have the same algorithm, and it must be a supported one. */
export const uploadChecksum = async (
  { checksum, checksumAlgorithm, aws = {} }: ChecksumSettings & AwsInput,
  options: CallOptions,
): Promise<UploadChecksum> => {
  const { ChecksumAlgorithm: named, ChecksumType: type, ...further } = aws;
  if (named !== undefined && !checksumAlgorithms.includes(named as ChecksumAlgorithm))
    throw new InvalidInputError(
      `uploadFile: aws.ChecksumAlgorithm must be one of ${checksumAlgorithms.join(', ')} (got ${JSON.stringify(named)}).`,
      { operation: 'uploadFile' },
    );
  const kind = type === 'COMPOSITE' ? 'composite' : type === 'FULL_OBJECT' ? 'full' : undefined;
  const settings = { checksum: checksum ?? kind, checksumAlgorithm: checksumAlgorithm ?? (named as ChecksumAlgorithm) };
  return { ...(await chooseChecksum(settings, options)), aws: further };
};
