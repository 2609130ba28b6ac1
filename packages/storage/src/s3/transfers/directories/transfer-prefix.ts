import type { CallOptions } from '@arch/core/builder';

import { folderPrefix } from '../../folder-prefix.js';
import { membersOfParts } from '../../members-of-parts.js';
import { compareFiles, haveSameContent } from './comparisons/index.js';
import { mostCopyBytes, toPrefix } from './destinations/index.js';
import { usualConcurrency } from './directory-settings.js';
import { type BucketPrefix, listFiles, pathFilter, sharedMembers } from './files/index.js';
import {
  type DirectoryTransfer,
  planOrRun,
  type PlannedItem,
  type TransferJob,
  type TransferPlan,
} from './plans/index.js';
import type { SyncPrefixInput } from './sync-prefix-input.js';

const operation = 'syncPrefix';

/** Copies the objects that differ, or returns the plan for a dry run. */
export const transferPrefix = (
  members: SyncPrefixInput,
  options: CallOptions,
): Promise<TransferPlan | DirectoryTransfer> => planOrRun(jobOf(members), members.dryRun, options);

const jobOf = (members: SyncPrefixInput): TransferJob => {
  const { from, to, storageClass, aws, concurrency = usualConcurrency, onProgress, onObject } = members;
  const { delete: deletes, maxDelete, allowEmptySource = false } = members;
  const [source, destination] = [from, to].map(({ bucket, prefix }) => `s3://${bucket}/${folderPrefix(prefix)}`);
  return {
    operation,
    title: `${source} → ${destination}`,
    concurrency,
    partSizeBytes: mostCopyBytes,
    onProgress,
    onResult: onObject,
    deletions: deletes ? { maxDelete, allowEmptySource } : undefined,
    destination: toPrefix({ operation, from, to, storageClass, aws }),
    items: (options) => itemsOf(members, options),
  };
};

async function* itemsOf(
  { from, to, compare = 'size-and-time', delete: deletes = false, aws, ...patterns }: SyncPrefixInput,
  options: CallOptions,
): AsyncGenerator<PlannedItem, void, undefined> {
  const filter = await pathFilter(patterns);
  // The expected owner is that of the destination.
  const { ExpectedBucketOwner: _owner, ...ofSource } = sharedMembers(aws);
  yield* compareFiles({
    operation,
    action: 'copy',
    source: listFiles({ ...from, aws: ofSource }, { filter }, options),
    destination: listFiles({ ...to, aws: sharedMembers(aws) }, { filter }, options),
    compare,
    deletes,
    ignoresCase: false,
    signal: options.signal,
    hasSameContent: ({ path, eTag }, other) =>
      haveSameContent(
        { bucket: from.bucket, key: keyOf(from, path), eTag, aws: ofSource },
        { bucket: to.bucket, key: keyOf(to, path), eTag: other.eTag, aws: membersOfParts(aws) },
        options,
      ),
  });
}

const keyOf = ({ prefix }: BucketPrefix, path: string): string => `${folderPrefix(prefix)}${path}`;
