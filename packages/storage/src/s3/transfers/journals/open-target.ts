import type { TaskSteps } from '@arch/core/builder';

import type { ResumableFile } from './downloads/index.js';
import { openTemporaryFile, type TemporaryFile } from '../temporary-files/index.js';

/** The file to which a download writes; with `resume` one that a later call continues. */
export type DownloadTarget = TemporaryFile & Partial<Pick<ResumableFile, 'missing' | 'record'>>;

/** Opens the file to which a download writes. If the task fails, the file is removed, or kept for a call that continues. */
export const openTarget = (
  { path, resume = false }: { readonly path: string; readonly resume?: boolean | undefined },
  steps: TaskSteps,
): Promise<DownloadTarget> => (resume ? openResumable(path, steps) : openNew(path, steps));

const openNew = async (path: string, { undo }: TaskSteps): Promise<DownloadTarget> => {
  const target = await openTemporaryFile(path);
  undo(`the file ${target.path} is left: delete it`, target.discard);
  return target;
};

const openResumable = async (path: string, { undo, note }: TaskSteps): Promise<DownloadTarget> => {
  // The code for journals is loaded with the first transfer that needs it.
  const { openResumableFile } = await import('./downloads/index.js');
  const target = await openResumableFile(path);
  undo(`the file ${target.path} is left: delete it`, async () => {
    if (await target.leave()) note(`the file ${target.path} is kept for a call that continues the download`);
  });
  return target;
};
