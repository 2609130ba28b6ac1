import type { ObjectHead } from '../../../objects/index.js';

/** The object of a resumable download, in its journal. A download continues only with the same version of the same content. */
export interface DownloadHead {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string | undefined;
  readonly eTag: string;
  readonly lastModified?: string | undefined;
  readonly sizeBytes: number;
  readonly partSizeBytes: number;
}

/** Returns the head of a journal; `undefined` for a store without ETags, because a change of the object could not be detected. */
export const downloadHead = (
  { bucket, key }: { readonly bucket: string; readonly key: string },
  { eTag, versionId, lastModified, sizeBytes }: ObjectHead,
  partSizeBytes: number,
): DownloadHead | undefined =>
  eTag === undefined
    ? undefined
    : { bucket, key, versionId, eTag, lastModified: lastModified?.toISOString(), sizeBytes, partSizeBytes };

const identity = ['bucket', 'key', 'versionId', 'eTag', 'lastModified', 'sizeBytes'] as const;

/** Whether both are of the same content. The part size may differ: that of the earlier call is used. */
export const isSameObject = (before: DownloadHead | undefined, now: DownloadHead | undefined): before is DownloadHead =>
  before !== undefined && now !== undefined && identity.every((name) => before[name] === now[name]);
