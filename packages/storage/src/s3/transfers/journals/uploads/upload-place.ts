import { join, resolve } from 'node:path';

import { type CallOptions, clientSetting, userStateFolder } from '@arch/core/builder';
import { s3 } from '@arch/services/s3';

import { hashOf } from './upload-head.js';

/** The name of the contents of the journals of uploads, and their version. */
export const uploadFormat = 'arch-upload-1';

const placeLength = 12;

/**
 * Returns the path of the journal of an upload. Its name is a hash of the endpoint and the bucket, and a hash of the key and the file, so that
 * the same call finds it. It is not next to the file, whose folder may not be writable or may itself be uploaded.
 */
export const uploadJournalPath = async (
  { bucket, key, path }: { readonly bucket: string; readonly key: string; readonly path: string },
  resume: true | string,
  options: CallOptions,
): Promise<string> => {
  const endpoint = await clientSetting(s3, 'endpoint', options);
  const [place, upload] = [hashOf({ endpoint, bucket }), hashOf({ key, path })];
  const folder = resume === true ? join(userStateFolder(), 'arch', 'uploads') : resolve(resume);
  return join(folder, `${place.slice(0, placeLength)}-${upload.slice(0, 32)}.journal`);
};

/** Returns the part of a journal's name that stands for the endpoint and the bucket. */
export const uploadPlace = (name: string): string => name.slice(0, placeLength);
