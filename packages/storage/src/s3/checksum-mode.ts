import { type CallOptions, clientSetting } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';

/**
 * Returns the member of a HEAD request that requests the checksum of an object, or nothing if AWS's setting `response_checksum_validation` is
 * `when_required`: the SDK applies this setting only to GET requests.
 */
export const checksumMode = async (options: CallOptions): Promise<{ readonly ChecksumMode?: 'ENABLED' }> =>
  (await clientSetting(s3, 'responseChecksumValidation', options)) === 'WHEN_REQUIRED'
    ? {}
    : { ChecksumMode: 'ENABLED' };
