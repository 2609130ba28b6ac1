import type { AwsInput, CallOptions } from '@arch/core/builder';

import { compareHeads } from '../../../compare-heads.js';
import { headObject } from '../../../objects/index.js';

/** An object with the ETag that a listing contains. */
interface ComparedObject extends AwsInput {
  readonly bucket: string;
  readonly key: string;
  readonly eTag: string | undefined;
}

/**
 * Whether two objects of the same size have the same content: by equal ETags of the listings, otherwise by the checksums that S3 stores of both.
 * `false` if they cannot be compared: then the contents may differ. Sends at most one request for each object.
 */
export const haveSameContent = async (
  source: ComparedObject,
  destination: ComparedObject,
  options: CallOptions,
): Promise<boolean> => {
  if (source.eTag !== undefined && source.eTag === destination.eTag) return true;
  const [one, other] = await Promise.all(
    [source, destination].map(({ bucket, key, aws }) =>
      headObject({ bucket, key, aws: { ...aws, ChecksumMode: 'ENABLED' } }, options),
    ),
  );
  const found = compareHeads(one!, other!);
  return found !== undefined && found !== 'differs';
};
