import { ConflictError } from '@arch/core';
import type { CallOptions } from '@arch/core/builder';

import { headObject } from '../../../s3/objects/index.js';
import { unlessMissing } from '../../../s3/unless-missing.js';
import type { InventoriedArchive } from '../../inventories/index.js';
import type { ArchiveWithKey } from './archive-copy.js';

/** Returns the metadata of the copy of an archive. */
export const metadataOfCopy = ({
  archiveId,
  archiveDescription,
  creationDate,
  sha256TreeHash,
}: InventoriedArchive): Readonly<Record<string, string>> => ({
  'vault-archive-id': archiveId,
  ...(archiveDescription && { 'vault-archive-description': archiveDescription }),
  'vault-archive-creation-date': creationDate.toISOString(),
  'vault-archive-tree-hash': sha256TreeHash.toLowerCase(),
});

/** Whether the object exists and is a copy of the archive. Throws if it is another object. */
export const isCopied = async (bucket: string, archive: ArchiveWithKey, options: CallOptions): Promise<boolean> => {
  const { key, sizeBytes } = archive;
  // The bucket exists: that was checked before.
  const head = await unlessMissing(headObject({ bucket, key }, options));
  if (!head) return false;
  const name = 'vault-archive-tree-hash';
  if (head.metadata[name] === metadataOfCopy(archive)[name] && head.sizeBytes === sizeBytes) return true;
  throw new ConflictError(
    `copyVaultToBucket: the object ${key} exists in ${bucket} and is not a copy of the archive: its size or its metadata differ. Choose another prefix, or delete the object.`,
    { operation: 'copyVaultToBucket', resource: 'object', id: key },
  );
};
