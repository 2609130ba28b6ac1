import type { ObjectHead } from '../objects/index.js';

/** Whether an object can be read only after a restore. */
export const isArchived = ({
  storageClass,
  archiveStatus,
}: Pick<ObjectHead, 'archiveStatus'> & { readonly storageClass?: string | undefined }): boolean =>
  archiveStatus !== undefined || storageClass === 'GLACIER' || storageClass === 'DEEP_ARCHIVE';
