import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import type { AwsInput, CallOptions } from '@arch/core/builder';

import { isOld, removeStaleFiles } from '../../temporary-files/index.js';
import { openJournal } from '../journal.js';
import { uploadFormat, uploadPlace } from './upload-place.js';
import { abortUpload, type UploadJournal } from './upload-progress.js';

/**
 * Aborts the uploads to the same bucket that were not continued for seven days, and removes their journals, which are in the folder of
 * `journal`. Ignores errors: a journal remains while its upload may exist.
 */
export const removeStaleUploads = async (journal: string, { aws }: AwsInput, options: CallOptions): Promise<void> => {
  // The locks of ended processes.
  await removeStaleFiles(journal);
  const folder = dirname(journal);
  const place = uploadPlace(basename(journal));
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    const path = join(folder, name);
    if (path === journal || !name.endsWith('.journal') || uploadPlace(name) !== place || !(await isOld(path))) continue;
    await removeOne(path, { aws }, options).catch(() => undefined);
  }
};

const removeOne = async (path: string, { aws }: AwsInput, options: CallOptions): Promise<void> => {
  const journal: UploadJournal = await openJournal({ operation: 'uploadFile', path }, uploadFormat);
  try {
    if (journal.head) await abortUpload({ ...journal.head, aws }, options);
    await journal.remove();
  } finally {
    await journal.close();
  }
};
