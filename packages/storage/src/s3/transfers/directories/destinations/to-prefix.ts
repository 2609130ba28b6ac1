import type { AwsInput } from '@arch/core/builder';

import { folderPrefix } from '../../../folder-prefix.js';
import type { StorageClass } from '../../../object-settings.js';
import { copyLargeObject } from '../../../objects/copies/index.js';
import { copyObject } from '../../../objects/index.js';
import { countBytes } from './count-bytes.js';
import { type BucketPrefix, sharedMembers } from '../files/index.js';
import type { TransferDestination } from '../plans/index.js';
import { removeObjects } from './remove-objects.js';

/** The source and the destination of copies within S3. */
export interface PrefixCopy extends AwsInput {
  readonly operation: string;
  readonly from: BucketPrefix;
  readonly to: BucketPrefix;
  readonly storageClass: StorageClass | undefined;
}

/** S3's limit for a copy in one request. */
export const mostCopyBytes = 5_368_709_120;

/** Returns a prefix as the destination of objects of another prefix, which S3 copies. */
export const toPrefix = ({ operation, from, to, storageClass, aws }: PrefixCopy): TransferDestination => {
  const [sourceStart, start] = [folderPrefix(from.prefix), folderPrefix(to.prefix)];
  const place = { operation, bucket: to.bucket, start, aws: sharedMembers(aws) };
  return {
    transfer: async ({ path, sizeBytes }, { concurrency, onBytes }, options) => {
      const source = { bucket: from.bucket, key: `${sourceStart}${path}` };
      const copy = { bucket: to.bucket, key: `${start}${path}`, source, storageClass, aws };
      if (sizeBytes > mostCopyBytes) {
        await copyLargeObject({ ...copy, concurrency, onProgress: countBytes(onBytes) }, options);
        return;
      }
      // S3 responds when the object is copied: 5 GiB can take minutes.
      const { attemptTimeoutMs = 300_000 } = options;
      await copyObject(copy, { ...options, attemptTimeoutMs, timeoutMs: 900_000 });
      onBytes(sizeBytes);
    },
    remove: (actions, options) => removeObjects(place, actions, options),
  };
};
