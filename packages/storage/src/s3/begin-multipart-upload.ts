import { ArchError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { isNotImplemented } from './is-not-implemented.js';
import {
  type CreatedMultipartUpload,
  type CreateMultipartUploadInput,
  requestMultipartUpload,
} from './request-multipart-upload.js';

/**
 * Begins an upload. A store that rejects a checksum of the whole content (`full`) for this algorithm gets one of the parts (`composite`) if the
 * input does not name the kind.
 */
export const beginMultipartUpload = async (
  members: CreateMultipartUploadInput,
  isNamed: boolean,
  options: CallOptions,
): Promise<CreatedMultipartUpload> => {
  try {
    return await requestMultipartUpload(members, options);
  } catch (error) {
    if (isNamed || !hasBothKinds(members) || !rejectsKind(error)) throw error;
    return requestMultipartUpload({ ...members, checksum: 'composite' }, options);
  }
};

const hasBothKinds = ({ checksum, checksumAlgorithm = 'CRC32' }: CreateMultipartUploadInput): boolean =>
  checksum === 'full' && ['CRC32', 'CRC32C'].includes(checksumAlgorithm);

/** Whether the store may have rejected the kind of checksum: it implements none for whole objects, or names the checksum as the problem. */
const rejectsKind = (error: unknown): boolean =>
  isNotImplemented(error) ||
  (error instanceof ArchError &&
    ['InvalidArgument', 'InvalidRequest'].includes(error.code ?? '') &&
    /checksum/i.test(error.message));
