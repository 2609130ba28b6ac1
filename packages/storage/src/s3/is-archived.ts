/** The members of an object that describe its archive. */
interface ArchiveState {
  readonly storageClass?: string | undefined;
  readonly archiveStatus?: string | undefined;
}

/** Whether an object can be read only after a restore. Listings do not contain the `archiveStatus` of `INTELLIGENT_TIERING`. */
export const isArchived = ({ storageClass, archiveStatus }: ArchiveState): boolean =>
  archiveStatus !== undefined || storageClass === 'GLACIER' || storageClass === 'DEEP_ARCHIVE';
