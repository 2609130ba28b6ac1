import { NotFoundError } from '@arch/core';
import type { CallOptions, DeclaredFunction } from '@arch/core/builder';

import { headBucket } from '../../head-bucket.js';
import { headObject, type HeadObjectInput, type ObjectHead } from '../index.js';

/** The functions that {@link headIfExists} calls. */
export const existenceRequests = (): readonly DeclaredFunction[] => [headObject, headBucket];

/** Returns the object, or `undefined` if it does not exist. Throws if its bucket does not exist: S3's response to HEAD is the same. */
export const headIfExists = async (object: HeadObjectInput, options: CallOptions): Promise<ObjectHead | undefined> => {
  try {
    return await headObject(object, options);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    await headBucket({ bucket: object.bucket }, options);
    return undefined;
  }
};
