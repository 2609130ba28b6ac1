import { createHash } from 'node:crypto';

import type { FileIdentity } from '../../../file-identity.js';

/** The file and the upload of a resumable upload, in its journal. */
export interface UploadHead {
  readonly bucket: string;
  readonly key: string;
  readonly path: string;
  readonly file: FileIdentity;
  /** A hash of the settings of the object, which S3 has received with the request that created the upload. */
  readonly settings: string;
  readonly partSizeBytes: number;
  readonly uploadId: string;
}

/** An upload that is about to begin or to continue. */
export type UploadPlan = Omit<UploadHead, 'uploadId' | 'partSizeBytes'>;

/** Whether an upload in a journal is of the same content and with the same settings. Bucket, key and path are in the name of the journal. */
export const isSameUpload = ({ file, settings }: UploadPlan, now: UploadPlan): boolean =>
  file.sizeBytes === now.file.sizeBytes &&
  file.modifiedNs === now.file.modifiedNs &&
  file.inode === now.file.inode &&
  settings === now.settings;

/** Returns a hash of settings. The journal must not contain the settings themselves, because an encryption key may be one of them. */
export const hashOf = (settings: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(settings)))
    .digest('hex');

const sorted = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).map(([name, each]) => [name, sorted(each)] as const);
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
};
