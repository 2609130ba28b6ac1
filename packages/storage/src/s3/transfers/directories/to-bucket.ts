import { join } from 'node:path';

import { ArchError, InvalidRequestError } from '@arch/core';
import type { AwsInput, CallOptions } from '@arch/core/builder';

import { deleteObjects } from '../../objects/deletions/index.js';
import type { ObjectSettings } from '../../object-settings.js';
import { uploadFile } from '../upload-file.js';
import { countBytes } from './count-bytes.js';
import { folderPrefix, sharedMembers } from './files/index.js';
import type { FailedFile, PlannedAction, TransferDestination } from './plans/index.js';

/** The source and the destination of an upload. */
export interface Upload {
  readonly operation: string;
  readonly directory: string;
  readonly bucket: string;
  readonly prefix: string | undefined;
  readonly partSizeBytes: number;
  readonly resume: boolean | string | undefined;
  readonly settings: ObjectSettings;
}

/** Returns a prefix as the destination of local files. */
export const toBucket = ({
  operation,
  directory,
  bucket,
  prefix,
  partSizeBytes,
  resume,
  settings,
}: Upload): TransferDestination => {
  const start = folderPrefix(prefix);
  const place = { operation, bucket, start, aws: sharedMembers(settings.aws) };
  return {
    transfer: async ({ path, sizeBytes }, { concurrency, onBytes }, options) => {
      const onProgress = countBytes(onBytes);
      const parts = sizeBytes > partSizeBytes * 10_000 ? {} : { partSizeBytes };
      const file = { bucket, key: `${start}${path}`, path: join(directory, path) };
      // A file of one part is sent again as a whole.
      const resumed = sizeBytes > partSizeBytes ? { resume } : {};
      await uploadFile({ ...settings, ...file, ...parts, ...resumed, concurrency, onProgress }, options);
    },
    remove: async (actions, options) => {
      const failed: FailedFile[] = [];
      for (let from = 0; from < actions.length; from += mostKeys) {
        failed.push(...(await removeTogether(place, actions.slice(from, from + mostKeys), options)));
      }
      return failed;
    },
  };
};

/** S3's limit for one request. */
const mostKeys = 1_000;

interface Place extends AwsInput {
  readonly operation: string;
  readonly bucket: string;
  readonly start: string;
}

const removeTogether = async (
  { operation, bucket, start, aws }: Place,
  actions: readonly PlannedAction[],
  options: CallOptions,
): Promise<readonly FailedFile[]> => {
  try {
    const objects = actions.map(({ path }) => `${start}${path}`);
    const { errors } = await deleteObjects({ bucket, objects, aws }, options);
    return errors.map((each) => ({
      path: each.key.slice(start.length),
      action: 'delete',
      error: notDeleted(operation, each),
    }));
  } catch (error) {
    if (options.signal?.aborted || !(error instanceof ArchError)) throw error;
    return actions.map(({ path }) => ({ path, action: 'delete', error }));
  }
};

const notDeleted = (
  operation: string,
  { key, code, message }: { readonly key: string; readonly code: string; readonly message: string },
): ArchError =>
  new InvalidRequestError(`${operation}: S3 has not deleted the object ${key}: ${message || code}`, {
    operation,
    resource: 'object',
    id: key,
    code,
  });
