import { join } from 'node:path';

import { folderPrefix } from '../../../folder-prefix.js';
import type { ObjectSettings } from '../../../object-settings.js';
import type { AttributeSettings } from '../../attributes/index.js';
import type { Bandwidth } from '../../bandwidths/index.js';
import { countBytes } from './count-bytes.js';
import { sharedMembers } from '../files/index.js';
import type { TransferDestination } from '../plans/index.js';
import { removeObjects } from './remove-objects.js';
import { uploadWithin } from './upload-within.js';

/** The source and the destination of an upload. */
export interface Upload {
  readonly operation: string;
  readonly directory: string;
  readonly bucket: string;
  readonly prefix: string | undefined;
  readonly partSizeBytes: number;
  readonly bandwidth: Bandwidth | undefined;
  readonly resume: boolean | string | undefined;
  readonly settings: ObjectSettings & AttributeSettings;
}

/** Returns a prefix as the destination of local files. */
export const toBucket = ({
  operation,
  directory,
  bucket,
  prefix,
  partSizeBytes,
  bandwidth,
  resume,
  settings,
}: Upload): TransferDestination => {
  const start = folderPrefix(prefix);
  const upload = uploadWithin(bandwidth);
  const place = { operation, bucket, start, aws: sharedMembers(settings.aws) };
  return {
    transfer: async ({ path, sizeBytes }, { concurrency, onBytes }, options) => {
      const onProgress = countBytes(onBytes);
      const parts = sizeBytes > partSizeBytes * 10_000 ? {} : { partSizeBytes };
      const file = { bucket, key: `${start}${path}`, path: join(directory, path) };
      // A file of one part is sent again as a whole.
      const resumed = sizeBytes > partSizeBytes ? { resume } : {};
      await upload({ ...settings, ...file, ...parts, ...resumed, concurrency, onProgress }, options);
    },
    remove: (actions, options) => removeObjects(place, actions, options),
  };
};
