import { type CallOptions, clientSetting } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';

/**
 * The member of a HEAD request that asks for the checksum of an object, unless AWS's setting `response_checksum_validation` is
 * `when_required`: the SDK applies the setting only to GET requests.
 */
export const checksumMode = async (options: CallOptions): Promise<{ readonly ChecksumMode?: 'ENABLED' }> =>
  (await clientSetting(s3, 'responseChecksumValidation', options)) === 'WHEN_REQUIRED'
    ? {}
    : { ChecksumMode: 'ENABLED' };
