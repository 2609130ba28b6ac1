import { NotFoundError } from '@arch/core';
import { type CallOptions, type DeclaredFunction, sessionTime } from '@arch/core/builder';

import { getObjectLockConfiguration } from '../../buckets/object-locks/index.js';
import { getBucketVersioning } from '../../buckets/versioning/index.js';
import { mapInOrder } from '../../map-in-order.js';
import type { ObjectLockMode } from '../../object-settings.js';
import { listObjectVersions, type ObjectVersion } from '../../objects/versions/index.js';
import { describeObjectRetention } from '../describe-object-retention.js';
import { getObjectLegalHold } from '../get-object-legal-hold.js';
import type { BucketProtection } from './bucket-protection.js';
import type { ListObjectPreservationsInput } from './preservation-place.js';
import type { ObjectPreservation } from './object-preservation.js';

/** The calls that read the protection of a bucket and the locks of its versions. */
export const preservationCalls: readonly DeclaredFunction[] = [
  getBucketVersioning,
  getObjectLockConfiguration,
  listObjectVersions,
  describeObjectRetention,
  getObjectLegalHold,
];

/** Reads the locks of all versions, in the order of the listing. Omits delete markers, and versions that are deleted meanwhile. */
export async function* readPreservations(
  { bucket, prefix, concurrency = 16 }: ListObjectPreservationsInput,
  protection: BucketProtection,
  options: CallOptions,
): AsyncGenerator<ObjectPreservation, void, undefined> {
  const versions = contentsOf(listObjectVersions({ bucket, prefix }, options));
  const read = (version: ObjectVersion): Promise<ObjectPreservation | undefined> =>
    readPreservation(bucket, version, { protection, options });
  for await (const preservation of mapInOrder(versions, concurrency, read)) if (preservation) yield preservation;
}

async function* contentsOf(versions: AsyncIterable<ObjectVersion>): AsyncGenerator<ObjectVersion, void, undefined> {
  for await (const version of versions) if (!version.isDeleteMarker) yield version;
}

const readPreservation = async (
  bucket: string,
  { key, versionId, isLatest, sizeBytes = 0, storageClass }: ObjectVersion,
  { protection, options }: { readonly protection: BucketProtection; readonly options: CallOptions },
): Promise<ObjectPreservation | undefined> => {
  const locks = protection.objectLock ? await readLocks({ bucket, key, versionId }, options) : { legalHold: false };
  if (!locks) return undefined;
  const { retainUntilDate, legalHold } = locks;
  const isRetained = retainUntilDate !== undefined && retainUntilDate > sessionTime(options);
  const isLostOnDeletion = versionId === 'null' && protection.versioning !== 'Enabled';
  return {
    key,
    versionId,
    isLatest,
    sizeBytes,
    storageClass,
    isLocked: isRetained || legalHold,
    ...locks,
    isLostOnDeletion,
  };
};

interface VersionLocks {
  readonly mode?: ObjectLockMode | undefined;
  readonly retainUntilDate?: Date | undefined;
  readonly legalHold: boolean;
}

/**
 * Reads the retention and the legal hold. HeadObject would return both in one request, but omits them without an error if the permissions for
 * them are missing. Returns `undefined` if the version does not exist.
 */
const readLocks = async (
  version: { readonly bucket: string; readonly key: string; readonly versionId: string },
  options: CallOptions,
): Promise<VersionLocks | undefined> => {
  try {
    const [retention, hold] = await Promise.all([
      describeObjectRetention(version, options).catch(ifUnset),
      getObjectLegalHold(version, options).catch(ifUnset),
    ]);
    const { mode, retainUntilDate } = retention ?? {};
    return { ...(retention && { mode, retainUntilDate }), legalHold: hold?.status === 'ON' };
  } catch (error) {
    if (isDeleted(error)) return undefined;
    throw error;
  }
};

const ifUnset = (error: unknown): undefined => {
  if (!(error instanceof NotFoundError) || isDeleted(error) || error.resource === 'bucket') throw error;
};

const isDeleted = (error: unknown): boolean =>
  error instanceof NotFoundError && (error.code === 'NoSuchKey' || error.code === 'NoSuchVersion');
