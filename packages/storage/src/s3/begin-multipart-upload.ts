import { ArchError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { isNotImplemented } from './is-not-implemented.js';
import {
  type CreatedMultipartUpload,
  type CreateMultipartUploadInput,
  requestMultipartUpload,
} from './request-multipart-upload.js';

/**
 * Creates a multipart upload. If the store rejects a checksum of the whole content (`full`) for this algorithm, and the input does not name the
 * kind of checksum, the function requests a checksum of the parts (`composite`).
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

/** Whether the store may have rejected the kind of checksum: it does not implement it, or its message is about the checksum. */
const rejectsKind = (error: unknown): boolean =>
  isNotImplemented(error) ||
  (error instanceof ArchError &&
    ['InvalidArgument', 'InvalidRequest'].includes(error.code ?? '') &&
    /checksum/i.test(error.message));
